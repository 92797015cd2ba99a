//! Goods: which wordings name the same, which never do, and how a side is split into them.
use evencost_core::document::Side;
use evencost_core::good::{Good, goods, wordings};
use proptest::prelude::*;

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (Good::fold(a), Good::fold(b));
    assert!(a.is_some() && b.is_some());
    a == b
}

#[test]
fn folding_forgets_how_a_good_is_written_down() {
    let pairs = [
        ("One shared culture", "one SHARED culture"),
        ("  the customers ", "Customer"),
        ("customers' trust", "customer's trust"),
        ("team’s focus", "Teams' focus"),
        ("A long-term view", "long term views"),
        ("Long–term view!", "a long-term view"),
        ("best in the class", "best-in-class"),
        ("café culture", "Cafe\u{301} culture"),
        ("Qualität", "qualitat"),
        ("naïve œuvre", "naive oeuvre"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ΤΆΞΗ", "ταξη"),
        ("Ёлка", "елка"),
        ("co-operation", "Cooperation"),
        ("non-profit work", "nonprofit work"),
        ("e-mails", "email"),
        ("“Quality”", "quality"),
    ];
    for (a, b) in pairs {
        assert!(same(a, b), "{a} / {b}: {:?} {:?}", Good::fold(a), Good::fold(b));
    }
}

#[test]
fn folding_forgets_number() {
    let pairs = [
        ("business", "businesses"),
        ("status", "statuses"),
        ("bonus", "bonuses"),
        ("consensus", "consensuses"),
        ("process", "processes"),
        ("analysis", "analyses"),
        ("hypothesis", "hypotheses"),
        ("cause", "causes"),
        ("use", "uses"),
        ("house", "houses"),
        ("case", "cases"),
        ("lens", "lenses"),
        ("bias", "biases"),
        ("policy", "policies"),
        ("tie", "ties"),
        ("movie", "movies"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("niche", "niches"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("shoe", "shoes"),
        ("person", "people"),
        ("woman", "women"),
        ("child", "children"),
        ("KPI", "KPIs"),
        ("topic", "topics"),
        ("release", "releases"),
        ("value", "values"),
        ("life", "lives"),
        ("quiz", "quizzes"),
        ("idea", "ideas"),
        ("star team", "stars teams"),
    ];
    for (a, b) in pairs {
        assert!(same(a, b), "{a} / {b}: {:?} {:?}", Good::fold(a), Good::fold(b));
    }
}

#[test]
fn folding_forgets_british_and_american_spelling() {
    let pairs = [
        ("behaviour", "behavior"),
        ("Organisational rigour", "organizational rigor"),
        ("neighbourhoods", "neighborhood"),
        ("prioritising", "prioritizing"),
        ("optimisation", "optimizations"),
        ("analysed", "analyzed"),
        ("centres", "center"),
        ("customer-centred", "customer centered"),
        ("theatre", "theaters"),
        ("licence", "licenses"),
        ("defence", "defense"),
        ("practise", "practice"),
        ("travelling", "traveling"),
        ("modelled", "modeled"),
        ("cancellation", "cancelation"),
        ("programmes", "program"),
        ("catalogue", "catalogs"),
        ("fulfilment", "fulfillment"),
        ("dishonourable", "dishonorable"),
        ("judgement", "judgment"),
    ];
    for (a, b) in pairs {
        assert!(same(a, b), "{a} / {b}: {:?} {:?}", Good::fold(a), Good::fold(b));
    }
}

#[test]
fn different_goods_stay_apart() {
    let pairs = [
        ("no meetings", "meetings"),
        ("less process", "process"),
        ("first", "a first draft"),
        ("customers first", "customers"),
        ("not knowing", "knowing"),
        ("more speed", "speed"),
        ("experience", "experiment"),
        ("integrity", "integration"),
        ("organisation", "organism"),
        ("news", "new"),
        ("means", "mean"),
        ("ethics", "ethnic"),
        ("hour", "hor"),
        ("our", "or"),
        ("four", "for"),
        ("fourth", "forth"),
        ("mourning", "morning"),
        ("course", "corse"),
        ("tour", "tor"),
        ("filling", "filing"),
        ("filled", "filed"),
        ("polling", "poling"),
        ("there", "theer"),
        ("analysis", "analyst"),
        ("princess", "prince"),
        ("careless", "careles"),
        ("plan A", "plan"),
        ("plan A", "plan B"),
        ("plan E is on", "plan eis on"),
        ("C", "C++"),
        ("C", "C#"),
        ("x", "y"),
        ("A", "B"),
        ("日本", "日"),
        ("🙂", "🙃"),
    ];
    for (a, b) in pairs {
        assert!(!same(a, b), "{a} / {b}");
    }
}

#[test]
fn other_scripts_fold_to_themselves() {
    for words in ["品質", "速度より品質", "الجودة", "गुणवत्ता", "איכות", "คุณภาพ", "품질"]
    {
        assert_eq!(Good::fold(words).map(|good| good.as_str().to_owned()), Some(words.to_owned()));
    }
}

#[test]
fn nothing_but_punctuation_is_no_good() {
    for words in ["", " \u{a0}\t\n", "—", "…", "...", "“”", "，、", "\u{200b}"] {
        assert_eq!(Good::fold(words), None, "{words:?}");
    }
}

/// Letters of the scripts whose case and accents folding knows.
fn lettered() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÖØ-öø-ÿĀ-ſΑ-ΡΣ-ώА-яёЁ '’,.&()-]{0,24}"
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(words in "\\PC{0,40}") {
        if let Some(good) = Good::fold(&words) {
            prop_assert_eq!(Good::fold(good.as_str()), Some(good));
        }
    }

    #[test]
    fn folding_english_twice_is_folding_once(
        words in "((a|an|the|co|e|non|multi|people|analy[sz]e|colour|organiz|travell)?[a-z]{0,3}(es|s|ies|our|re|izes)? ?){0,5}"
    ) {
        if let Some(good) = Good::fold(&words) {
            prop_assert_eq!(Good::fold(good.as_str()), Some(good));
        }
    }

    #[test]
    fn case_does_not_matter(words in lettered()) {
        prop_assert_eq!(Good::fold(&words.to_uppercase()), Good::fold(&words));
        prop_assert_eq!(Good::fold(&words.to_lowercase()), Good::fold(&words));
    }

    #[test]
    fn punctuation_and_articles_do_not_matter(words in prop::collection::vec("[b-z]{2,8}", 1..5), article in "a|an|the") {
        let plain = Good::fold(&words.join(" "));
        prop_assert_eq!(&Good::fold(&words.join(" - ")), &plain);
        prop_assert_eq!(&Good::fold(&format!("“{}”!", words.join(", "))), &plain);
        prop_assert_eq!(&Good::fold(&format!("{article} {}", words.join(" "))), &plain);
    }

    #[test]
    fn every_word_but_an_article_counts(words in prop::collection::vec("[b-z]{2,8}", 1..5), more in "no|not|less|first|without|own") {
        prop_assert_ne!(Good::fold(&format!("{more} {}", words.join(" "))), Good::fold(&words.join(" ")));
    }

    #[test]
    fn wordings_are_pieces_of_the_side_in_order(text in "(\\PC|[ ,&()]|and ){0,30}", whole: bool) {
        let side = Side { text: text.clone(), whole };
        let mut rest = text.as_str();
        let parts = wordings(&side);
        prop_assert_eq!(parts.is_empty(), side.is_blank());
        for part in &parts {
            prop_assert_eq!(part.trim(), *part);
            prop_assert!(!part.is_empty());
            let at = rest.find(part).expect("a piece of what follows the last");
            rest = &rest[at + part.len()..];
        }
        prop_assert!(!whole || parts.len() <= 1);
        prop_assert!(goods(&side).len() <= parts.len());
    }
}

#[test]
fn a_side_is_split_at_and_ampersand_and_commas() {
    let cases: [(&str, &[&str]); 22] = [
        ("local cohesion and individuality", &["local cohesion", "individuality"]),
        ("X, Y and Z", &["X", "Y", "Z"]),
        ("X, Y, and Z", &["X", "Y", "Z"]),
        ("X,Y & Z", &["X", "Y", "Z"]),
        ("X AND Y And Z", &["X", "Y", "Z"]),
        ("x\nand\ty", &["x", "y"]),
        ("brand handling", &["brand handling"]),
        ("Andorra and sand", &["Andorra", "sand"]),
        ("R&D and sales", &["R&D", "sales"]),
        ("speed &quality", &["speed", "quality"]),
        ("time and/or money", &["time and/or money"]),
        ("1,000 customers, growth", &["1,000 customers", "growth"]),
        ("comfort (time, and space) and speed", &["comfort (time, and space)", "speed"]),
        ("comfort (time, speed", &["comfort (time", "speed"]),
        ("and speed", &["speed"]),
        (", , speed, ", &["speed"]),
        ("and", &["and"]),
        (",", &[","]),
        ("速さ、品質，安心", &["速さ", "品質", "安心"]),
        ("no meetings", &["no meetings"]),
        ("  ", &[]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(wordings(&Side::new(text)), expected, "{text:?}");
    }
}

#[test]
fn a_whole_side_names_one_good() {
    let side = Side { text: " Health and safety, first ".into(), whole: true };
    assert_eq!(wordings(&side), ["Health and safety, first"]);
    assert_eq!(goods(&side).len(), 1);
}
