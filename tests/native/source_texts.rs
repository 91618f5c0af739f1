//! Nothing of a source text is lost on its way beside the article: over every folder, the parts that are shown are
//! the file's own text, each of them once, and what was set aside has its rule and its reason.

use dateline_engine::corpus::{Article, SourceRole, SourceText};
use dateline_engine::pack;
use dateline_engine::parse::Bounds;
use dateline_engine::report::source_label::{label, set_aside};
use dateline_tests::sources;

#[test]
fn the_parts_are_the_text_of_the_file() {
    for folder in sources::folders() {
        let parsed = sources::parsed(&folder);
        let corpus = &parsed.corpus;
        let bytes = pack::encode(corpus, &Default::default(), &Default::default());
        let near = corpus.ids().filter_map(|(id, _)| SourceText::of(&parsed, id, Bounds::PAGE));
        let packed = pack::encode_source_texts(near, &bytes);
        let read = pack::decode_source_texts(&packed, &pack::fingerprint(&bytes)).expect("its own sources");
        for (id, article) in corpus.ids() {
            let what = format!("{}, {}", folder.display(), article.name);
            let file = &parsed.files[article.file.0 as usize];
            let whole = SourceText::of(&parsed, id, Bounds::WHOLE).expect("an article of the corpus");
            let shown: String = whole.parts.iter().map(|part| part.text(article)).collect();
            assert_eq!(shown, file.text(whole.span), "{what}");
            assert!(whole.span.start <= article.span.start && article.span.end <= whole.span.end, "{what}");
            for part in &whole.parts {
                if part.role == SourceRole::Other {
                    // JSON in columns has the titles of all articles before their texts.
                    let between = |other: &Article| {
                        let (a, b) = (other.span, article.span);
                        other.name != article.name
                            && other.file == article.file
                            && a.start < b.end
                            && b.start < a.end
                    };
                    assert!(corpus.ids().any(|(_, other)| between(other)), "{what}: {part:?}");
                    continue;
                }
                let blank = part.role == SourceRole::Separator;
                assert_eq!(label(part.role, corpus, article).is_none(), blank, "{what}: {part:?}");
            }
            let aside = set_aside(&whole, corpus);
            let places: usize = aside.iter().map(|(_, places)| places.len()).sum();
            let parts = whole.parts.iter().filter(|part| matches!(part.role, SourceRole::SetAside(_)));
            assert_eq!(places, parts.count(), "{what}");
            assert!(aside.iter().all(|(rule, _)| !rule.why.is_empty()), "{what}: {aside:?}");

            let near = read.text(id).expect("a text for each article");
            assert_eq!(Some(&near), SourceText::of(&parsed, id, Bounds::PAGE).as_ref(), "{what}");
            let pieces: String = near.parts.iter().flat_map(|part| part.pieces(article)).collect();
            let left_out: u32 = near.parts.iter().filter_map(|part| part.left_out).map(|cut| cut.bytes).sum();
            assert_eq!(pieces.len() + left_out as usize, file.text(near.span).len(), "{what}");
        }
    }
}

#[test]
fn every_part_that_was_set_aside_is_counted_under_its_rule() {
    for folder in sources::folders() {
        let parsed = sources::parsed(&folder);
        let ledger = dateline_engine::report::inspection(&parsed).ledger;
        for rule in &parsed.corpus.rules {
            let taken: Vec<_> = ledger.iter().filter(|entry| entry.rule == rule.id).collect();
            let bytes: u64 = taken.iter().map(|entry| u64::from(entry.end - entry.start)).sum();
            assert_eq!(
                (taken.len(), bytes),
                (rule.times as usize, rule.bytes),
                "{}: {}",
                folder.display(),
                rule.id
            );
        }
        let times: u32 = parsed.corpus.rules.iter().map(|rule| rule.times).sum();
        assert_eq!(times as usize, ledger.len(), "{}", folder.display());
    }
}
