//! What crosses crates and needs no browser, in one program, so that it is linked once. One file a topic:
//! `cargo test -p dateline-tests --test native -- figures::` runs those of one.

mod actors;
mod benches;
mod circles;
mod clashes;
mod corpora;
mod counts;
mod docs;
mod edited;
mod edits;
mod figures;
mod fixtures;
mod gold;
mod languages;
mod larger;
mod limits;
mod links;
mod measures;
mod mutations;
mod news;
mod press;
mod proposals;
mod search;
mod shards;
mod source_texts;
mod tidy;
mod words;
