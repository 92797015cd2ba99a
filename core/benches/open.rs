//! Opening a large workspace's file, and one edit to it.
#![allow(missing_docs, clippy::expect_used, reason = "it is a benchmark")]

mod support;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use evencost_core::document::Place;
use evencost_core::edit::{apply, set_side};
use evencost_core::text::json;

/// A file of about 1 MB.
fn file() -> String {
    json::write(&support::document(900, 10))
}

fn open(criterion: &mut Criterion) {
    let file = file();
    let mut group = criterion.benchmark_group("1 MB of JSON");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("open", |bench| bench.iter(|| json::read(file.as_bytes()).expect("it was just written")));

    let document = json::read(file.as_bytes()).expect("it was just written");
    let values = document.divisions().flat_map(|division| document.values_of(division.id));
    let value = values.map(|value| value.id).nth(3_000).expect("there are more");
    let mut edited = document.clone();
    let mut letters = 0;
    group.throughput(Throughput::Elements(1));
    group.bench_function("apply one edit", |bench| {
        bench.iter_batched(
            || {
                letters += 1;
                format!("Speed {letters}")
            },
            |words| {
                let edit = set_side(&edited, value, Place::Pursued, words);
                apply(&mut edited, edit)
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group!(benches, open);
criterion_main!(benches);
