//! Twelve tasks of a newsroom, each by mouse and by keyboard alone, at a desk and on a telephone.

use crate::hands::{Hand, Reader, task};
use crate::{CARDS, rows};
use dateline_tests::browser::{Browser, Look, Result};
use serde_json::json;
use thirtyfour::prelude::*;

/// Does every task with one hand at one width.
async fn tasks(hand: Hand, look: Look) -> Result<()> {
    let reader = Reader::new(hand, look).await?;
    task("one_month_by_its_columns", one_month_by_its_columns(&reader)).await?;
    task("one_month_by_two_fields", one_month_by_two_fields(&reader)).await?;
    task("rule_an_actor_out", rule_an_actor_out(&reader)).await?;
    task("find_an_article_by_a_misspelt_name", find_an_article_by_a_misspelt_name(&reader)).await?;
    task("walk_all_hits", walk_all_hits(&reader)).await?;
    task("count_the_rows_of_a_bar", count_the_rows_of_a_bar(&reader)).await?;
    task("see_a_word_in_context", see_a_word_in_context(&reader)).await?;
    task("compare_two_actors_over_time", compare_two_actors_over_time(&reader)).await?;
    task("take_a_passage_along", take_a_passage_along(&reader)).await?;
    task("edit_an_alias", edit_an_alias(&reader)).await?;
    task("find_what_a_rule_removed", find_what_a_rule_removed(&reader)).await?;
    task("undo_five_steps", undo_five_steps(&reader)).await?;
    assert_eq!(reader.browser.console().await?, Vec::<String>::new());
    reader.browser.close().await
}

#[tokio::test]
async fn all_tasks_by_mouse_at_a_desk() -> Result<()> {
    tasks(Hand::Mouse, Look::WIDE).await
}

#[tokio::test]
async fn all_tasks_by_keyboard_at_a_desk() -> Result<()> {
    tasks(Hand::Keyboard, Look::WIDE).await
}

#[tokio::test]
async fn all_tasks_by_mouse_on_a_telephone() -> Result<()> {
    tasks(Hand::Mouse, Look::NARROW).await
}

#[tokio::test]
async fn all_tasks_by_keyboard_on_a_telephone() -> Result<()> {
    tasks(Hand::Keyboard, Look::NARROW).await
}

/// By mouse a sweep over the last two months; by keyboard the last month.
async fn one_month_by_its_columns(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let browser = &reader.browser;
    if reader.hand == Hand::Keyboard {
        let (first, last) = (".period:first-child .period-link", ".period:last-child .period-link");
        reader.mark(first, &[Key::End], last).await?;
        return browser.until("location.hash === '#from=2024-06-01&to=2024-06-30'").await;
    }
    let column = async |n: usize| browser.driver.find(By::Css(format!(".period:nth-last-child({n})"))).await;
    column(2).await?.scroll_into_view().await?;
    let pointer = browser.driver.action_chain();
    let pointer = pointer.move_to_element_center(&column(2).await?).click_and_hold();
    pointer.move_to_element_center(&column(1).await?).release().perform().await?;
    browser.until("location.hash === '#from=2024-05-01&to=2024-06-30'").await
}

async fn one_month_by_two_fields(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    reader.filters().await?;
    // The field asks for month, day and year, in the order of the browser's language.
    for (field, day) in [("#from", "06012024"), ("#to", "06302024")] {
        match reader.hand {
            // A click would land on one of its three parts.
            Hand::Mouse => reader.browser.driver.find(By::Css(field)).await?.send_keys(day).await?,
            Hand::Keyboard => reader.write(field, day).await?,
        }
    }
    reader.browser.until("location.hash === '#from=2024-06-01&to=2024-06-30'").await?;
    reader.cards(10).await
}

async fn rule_an_actor_out(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    reader.filters().await?;
    let row = "[aria-labelledby=facet-actors] li:nth-child(2)";
    let with_it = reader.number(&format!("{row} .option-count")).await?;
    reader.follow(&format!("{row} .out")).await?;
    reader.cards(14 - with_it).await?;
    reader.filtered().await?;
    assert!(reader.browser.text(".chips").await?.contains("not "));
    reader.follow(".chip").await?;
    reader.cards(14).await
}

/// By the suggestion under the field, and by the sign for letters that are wrong.
async fn find_an_article_by_a_misspelt_name(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let browser = &reader.browser;
    reader.write(".search-field", "stoltenburg").await?;
    browser.press(Key::Enter).await?;
    browser.until("document.querySelector('.nothing') !== null").await?;
    reader.follow(".offered a").await?;
    browser.until("location.hash === '#q=stoltenberg'").await?;
    browser.until("document.querySelector('.card-snippet mark')?.innerText === 'Stoltenberg'").await?;
    let found = browser.count(CARDS).await?;
    reader.follow(".card:first-child .card-title a").await?;
    browser.until("document.querySelector('.reader mark')?.innerText === 'Stoltenberg'").await?;
    reader.open("").await?;
    reader.write(".search-field", "stoltenburg~").await?;
    reader.cards(found).await
}

async fn walk_all_hits(reader: &Reader) -> Result<()> {
    reader.open("#q=missile*&article=feed.02").await?;
    let browser = &reader.browser;
    let hits = reader.number(".hits").await?;
    assert!(hits > 1, "{hits} hits");
    for hit in 1..=hits {
        match reader.hand {
            Hand::Mouse => browser.click(".hit-after").await?,
            Hand::Keyboard => browser.press("n").await?,
        }
        browser
            .until(&format!("document.querySelector('.hits').innerText === 'Hit {hit} of {hits}'"))
            .await?;
        browser.until("document.querySelectorAll('.reader .here mark').length === 1").await?;
    }
    // However many were walked, one step of Back leaves.
    if reader.hand == Hand::Keyboard {
        browser.press(Key::Escape).await?;
        browser.until("document.querySelector('.reader') === null").await?;
        // The focus is where the reader came from.
        browser.until("document.activeElement.dataset.article === 'feed.02'").await?;
    }
    Ok(())
}

async fn count_the_rows_of_a_bar(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let bar = ".bar-row:nth-child(3) .bar-value";
    let said = reader.number(bar).await?;
    let arrows = [Key::Down, Key::Down, Key::Right];
    reader.mark(".bar-row:first-child .bar-name", &arrows, bar).await?;
    assert_eq!(rows(&reader.browser).await?, said);
    // Sorted by the words after, they are as many.
    reader.choose(".choice-list .select", "word to the right").await?;
    reader.browser.until("location.hash.endsWith('order=right')").await?;
    assert_eq!(rows(&reader.browser).await?, said);
    Ok(())
}

/// A word among the words around it: as many rows as are said, sorted by the words before; one leads to its hit.
async fn see_a_word_in_context(reader: &Reader) -> Result<()> {
    reader.open("#q=missile*").await?;
    let browser = &reader.browser;
    let said = reader.number(".result-hits a").await?;
    reader.follow(".result-hits a").await?;
    assert_eq!(rows(browser).await?, said);
    let title = format!("{said} hits in {} articles", reader.number(".result-line").await?);
    assert_eq!(browser.text(".panel-title").await?, title);
    reader.choose(".choice-list .select", "word to the left").await?;
    browser.until("location.hash === '#q=missile*&hits=all&order=left'").await?;
    let nearest = "[...document.querySelectorAll('.row-left')].map((e) => (e.textContent.toLowerCase().match(/[a-z0-9]+/g) ?? ['']).pop())";
    browser.until(&format!("{nearest}.every((word, at, all) => at === 0 || all[at - 1] <= word)")).await?;
    let words = browser.text(".row:nth-child(3) .row-surface").await?;
    reader.follow(".row:nth-child(3) .row-line").await?;
    browser.until("document.querySelector('.reader .here') !== null").await?;
    assert_eq!(browser.text(".reader .here").await?, words);
    // Back to the rows, with the focus on the one that was left.
    browser.driver.back().await?;
    browser.until("document.activeElement.matches('.row:nth-child(3) .row-line')").await
}

async fn compare_two_actors_over_time(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let browser = &reader.browser;
    reader.follow(".tabs li:nth-child(2) .tab").await?;
    browser.until("document.querySelectorAll('.line').length === 5").await?;
    for _ in 0..4 {
        reader.follow(".line:last-child .line-cross").await?;
    }
    browser.until("document.querySelectorAll('.line').length === 1").await?;
    reader.write(".add-field", "japan").await?;
    reader.follow("[data-add]").await?;
    browser.until("document.querySelectorAll('.line').length === 2").await?;
    browser
        .until("document.activeElement.matches('.add-field') && document.activeElement.value === ''")
        .await?;
    let column = "[...document.querySelectorAll('.line:last-child .column-link')]";
    let sum =
        format!("{column}.map((a) => Number(a.ariaLabel.match(/: (\\d+)/)[1])).reduce((a, b) => a + b)");
    let total = reader.number(".line:last-child .line-total").await?;
    assert_eq!(browser.value(&sum).await?, json!(total.to_string().parse::<u64>()?));
    Ok(())
}

async fn take_a_passage_along(reader: &Reader) -> Result<()> {
    reader.open("#q=warheads&article=feed.02").await?;
    let browser = &reader.browser;
    reader.follow(".hit-after").await?;
    browser.until("document.querySelectorAll('.reader .here').length === 1").await?;
    reader.follow(".passage").await?;
    browser.until("document.querySelector('.taken-text')?.value.includes('quote=')").await?;
    let link = browser.value("document.querySelector('.taken-text').value").await?;
    let other = Browser::open(Look::WIDE).await?;
    other.start(link.as_str().unwrap_or_default()).await?;
    let here = other.text(".reader .here").await?.to_lowercase();
    assert!(here.contains("warheads"), "{here}");
    other.close().await
}

/// A spelling is switched off, and back on; a name that is in no list is added by hand.
async fn edit_an_alias(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    let browser = &reader.browser;
    let bar = ".bar-value[data-actor=russia]";
    let before = reader.number(bar).await?;
    reader.follow(".chart-lists").await?;
    browser.until("document.activeElement.matches('.panel-title')").await?;
    reader.write(".listed-search", "russia").await?;
    browser.until("document.querySelectorAll('.listed-search + .listed > .alias').length === 1").await?;
    reader.follow(".listed-search + .listed .alias-text a").await?;
    browser.until("location.hash === '#aliases=russia'").await?;
    // What it would change is said before.
    reader.follow("[data-from='off:russia:Moscow']").await?;
    browser.until("document.activeElement.matches('.preview-title')").await?;
    let said = browser.text(".changes").await?;
    assert!(said.starts_with(&format!("Russia: {before}")), "{said}");
    assert_eq!(reader.number(bar).await?, before, "not kept yet");
    reader.follow(".cancel").await?;
    browser.until("document.activeElement.dataset.from === 'off:russia:Moscow'").await?;
    reader.follow("[data-from='off:russia:Moscow']").await?;
    reader.follow(".keep").await?;
    browser.until("location.hash === '#aliases=russia&edit=off%3Arussia%3AMoscow'").await?;
    browser.until("document.activeElement.matches('.panel-title')").await?;
    let after = reader.number(bar).await?;
    assert!(after < before && said.contains(&after.to_string()), "{before}, then {after}: {said}");
    assert!(reader.says(".chart-rule").await?.contains("Actors edited by the reader: 1 edit."));
    assert_eq!(browser.text(".chip-edited").await?, "1 change to names");
    // The bar opens as many rows as it says.
    if reader.hand == Hand::Mouse {
        // On a telephone what is open takes the page.
        if reader.narrow {
            reader.follow(".crumbs a").await?;
        }
        browser.click(bar).await?;
        assert_eq!(rows(browser).await?, after);
        browser.driver.back().await?;
        if reader.narrow {
            browser.driver.back().await?;
        }
    }
    browser.until("document.querySelector('.edit-undo') !== null").await?;
    reader.follow(".edit-undo").await?;
    browser.until("location.hash === '#aliases=russia'").await?;
    assert_eq!(reader.number(bar).await?, before);
    // And one more spelling.
    reader.write("#add-text", "Rubles").await?;
    browser.press(Key::Enter).await?;
    browser.until("document.querySelector('.preview-title')?.innerText.includes('Rubles')").await?;
    reader.follow(".keep").await?;
    browser.until("location.hash === '#aliases=russia&edit=add%3Arussia%3Aname%3ARubles'").await?;
    browser.driver.back().await?;
    browser.until("location.hash.includes('propose=') && document.querySelector('.edits') === null").await
}

/// A line that points to another article stands in the source text, under the rule that set it aside.
async fn find_what_a_rule_removed(reader: &Reader) -> Result<()> {
    reader.open("#article=feed.05").await?;
    let browser = &reader.browser;
    let line = "Also read: ";
    assert!(!browser.text(".reader-text").await?.contains(line));
    reader.follow(".source-switch").await?;
    browser.until("document.activeElement.matches('.source-title')").await?;
    browser.until("document.querySelector('.source-text') !== null").await?;
    assert!(browser.text(".source-text").await?.contains(line));
    let names = "[...document.querySelectorAll('.source-rule')].map((rule) => rule.innerText)";
    let place = browser.value(&format!("{names}.findIndex((name) => name === 'also-read ×1') + 1")).await?;
    let rule = format!(".source-rules li:nth-child({place})");
    assert!(browser.text(&rule).await?.ends_with("points to another article"));
    reader.follow(&format!("{rule} .source-rule")).await?;
    browser.until("document.activeElement.matches('.aside')").await?;
    let removed = browser.value("document.activeElement.innerText").await?;
    assert!(removed.as_str().is_some_and(|text| text.starts_with("also-read") && text.contains(line)));
    // One step of Back leaves the article alone.
    browser.driver.back().await?;
    browser.until("location.hash === '#article=feed.05' && document.querySelector('.source') === null").await
}

async fn undo_five_steps(reader: &Reader) -> Result<()> {
    reader.open("").await?;
    reader.filters().await?;
    let browser = &reader.browser;
    let mut seen = Vec::new();
    for selector in [
        "[aria-labelledby=facet-actors] li:nth-child(3) .option",
        ".tabs li:nth-child(3) .tab",
        ".tabs li:nth-child(1) .tab",
        ".bar-row:first-child .bar-value",
        ".rows > :first-child .row-line",
    ] {
        seen.push(browser.value("location.hash").await?);
        if reader.hand == Hand::Keyboard && selector.ends_with(".bar-value") {
            reader.mark(".bar-row:first-child .bar-name", &[Key::Right], selector).await?;
        } else {
            reader.follow(selector).await?;
        }
        browser.until(&format!("location.hash !== {}", seen[seen.len() - 1])).await?;
        if selector.ends_with(".option") {
            reader.filtered().await?;
        }
    }
    for hash in seen.iter().rev() {
        browser.driver.back().await?;
        browser.until(&format!("location.hash === {hash}")).await?;
    }
    reader.cards(14).await
}
