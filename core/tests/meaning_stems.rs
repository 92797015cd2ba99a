//! The asset of meaning was built with Python's stems: they must be those that its reader makes.

use frostem::{Algorithm, Stemmer};

/// A line for each row: the stem, then the words that have it.
const FORMS: &str = include_str!("../../meaning/forms.txt");

#[test]
fn every_form_has_the_stem_that_its_row_is_filed_under() {
    let stemmer = Stemmer::new(Algorithm::English);
    let mut checked = 0;
    let mut differences = Vec::new();
    for line in FORMS.lines() {
        let mut words = line.split(' ');
        let filed = words.next().unwrap_or_default();
        for form in words {
            checked += 1;
            let stem = stemmer.stem(form);
            if stem != filed {
                differences.push(format!("{form}: {stem}, filed under {filed}"));
            }
        }
    }
    println!("{checked} forms checked");
    assert!(checked > 20_000, "only {checked} forms were found");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
