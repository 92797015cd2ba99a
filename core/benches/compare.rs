//! Comparing all pairs of many divisions, as the matrix does, and one pair in full.
#![allow(missing_docs, clippy::expect_used, reason = "it is a benchmark")]

mod support;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use evencost_core::compare::{Index, Stems};

/// From 100 to 1,000 divisions the pairs grow 101-fold.
const DIVISIONS: [usize; 2] = [100, 1_000];

fn matrix(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("all pairs, in summary");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for divisions in DIVISIONS {
        let document = support::document(divisions, 10);
        let pairs = divisions * (divisions - 1) / 2;
        group.throughput(Throughput::Elements(pairs as u64));
        let id = BenchmarkId::from_parameter(divisions);
        // Looking up the goods is part of it: it happens once a document.
        group.bench_with_input(id, &document, |bench, document| {
            bench.iter(|| Index::new(document).summaries().map(|summary| summary.counts.total()).sum::<u32>());
        });
    }
    group.finish();
}

fn index(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("look up all goods");
    group.sample_size(10);
    for divisions in DIVISIONS {
        let document = support::document(divisions, 10);
        group.bench_with_input(BenchmarkId::from_parameter(divisions), &document, |bench, document| {
            bench.iter(|| black_box(Index::new(document)));
        });
    }
    group.finish();
}

fn pair(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one pair, in full");
    for values in [10, 100] {
        let document = support::document(2, values);
        let index = Index::new(&document);
        let ids: Vec<_> = document.divisions().map(|division| division.id).collect();
        group.bench_function(BenchmarkId::from_parameter(values), |bench| {
            bench.iter(|| index.compare(ids[0], ids[1], &Stems).expect("they are there"));
        });
    }
    group.finish();
}

criterion_group!(benches, matrix, index, pair);
criterion_main!(benches);
