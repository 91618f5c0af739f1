//! Every number that is a link opens as much as it says.

use dateline_tests::browser::{Browser, Look, Result, dist, serve};
use serde_json::json;

/// Views whose numbers are all followed.
const VIEWS: [&str; 20] = [
    "",
    "#q=missile*",
    "#from=2024-06-01&to=2024-06-30",
    "#actor=russia",
    "#-actor=japan&q=kim",
    "#-form=place",
    "#-zone=title&-zone=quote",
    "#measure=articles",
    "#chart=pairs",
    "#chart=pairs&near=paragraph",
    "#chart=pairs&actor=vietnam",
    "#chart=time&line=russia&line=japan",
    "#chart=time&measure=articles",
    "#chart=where",
    "#chart=where&actor=russia&q=missile",
    "#mentions=russia",
    "#mentions=*&form=demonym",
    "#mentions=russia&with=china",
    "#about=corpus",
    "#aliases=russia",
];

/// Follows each number that shows, reads what opens, and gives those that say otherwise, and how many there were.
const FOLLOW: &str = r#"(async () => {
    const number = (text) => Number(((text.match(/(\d[\d,]*) (?:mention|article|paragraph)/)
        ?? text.match(/(\d[\d,]*)(?!.*\d)/)) ?? [0, 'NaN'])[1].replaceAll(',', ''));
    const marks = '.bar-value, .part, .legend-entry, .result-mentions, .heat-cell, .column-link, .period-link:not([aria-current]), .undated, '
        + '.option[aria-checked=false], .choice:has(.choice-count:not(:empty)), .fact-link, .alias-about a';
    const links = [...document.querySelectorAll(marks)]
        .map((a) => [a.className, number(a.ariaLabel ?? a.textContent), a.getAttribute('href')])
        .filter(([, said, href]) => said > 0 && href && !href.includes('aliases='));
    const start = location.hash;
    const wrong = [];
    for (const [what, said, href] of links) {
        const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        if (href === location.hash || (href === '#' && location.hash === '')) continue;
        location.hash = href;
        await moved;
        await new Promise((done) => setTimeout(done, 0));
        const line = document.querySelector('.panel-title') ?? document.querySelector('.result-line');
        const given = Number((line.innerText.match(/\d[\d,]*/) ?? ['NaN'])[0].replaceAll(',', ''));
        if (given !== said) wrong.push(`${what} says ${said}, ${href} gives ${given}`);
    }
    location.hash = start;
    return [wrong, links.length];
})()"#;

#[tokio::test]
async fn every_number_opens_what_it_counts() -> Result<()> {
    let server = serve(&dist(), "/")?;
    let browser = Browser::open(Look::WIDE).await?;
    let (mut wrong, mut followed) = (Vec::new(), 0);
    for view in VIEWS {
        browser.start(&format!("{}{view}", server.url())).await?;
        let found = browser.value(FOLLOW).await?;
        let said = found[0].as_array().into_iter().flatten().filter_map(|said| said.as_str());
        wrong.extend(said.map(|said| format!("in `{view}`: {said}")));
        followed += found[1].as_u64().unwrap_or_default();
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(followed > 1000, "{followed} numbers were followed");
    assert_eq!(browser.value("document.querySelectorAll('.app').length").await?, json!(1));
    browser.close().await
}
