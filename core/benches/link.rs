//! Writing and reading the link of a meeting.
#![allow(missing_docs, clippy::expect_used, reason = "it is a benchmark")]

use criterion::{Criterion, criterion_group, criterion_main};
use evencost_core::link::{self, Purpose};
use evencost_core::text::json;

fn links(criterion: &mut Criterion) {
    let file = include_bytes!("../tests/fixtures/prose-20.json");
    let document = json::read(file).expect("it is a document");
    let fragment = link::write(Purpose::Weigh, &document).expect("it is short");
    let mut group = criterion.benchmark_group("20 values, 20 requests and 3 people’s answers");
    group.bench_function("write", |bench| bench.iter(|| link::write(Purpose::Weigh, &document)));
    group.bench_function("read", |bench| bench.iter(|| link::read(&fragment)));
    group.finish();
}

criterion_group!(benches, links);
criterion_main!(benches);
