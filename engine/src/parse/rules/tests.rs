//! Which lines are furniture; [`super::lookalikes`] says which sentences are not.

use super::take::COMPILED;
use super::{RULES, Scope, take, take_end};

#[test]
fn every_rule_takes_its_example() {
    for compiled in COMPILED.iter() {
        let rule = compiled.rule;
        assert!(compiled.regex().is_match(rule.example), "{} does not take {:?}", rule.id, rule.example);
        if !matches!(rule.place, Scope::Shape | Scope::File) {
            let taken = match rule.place {
                Scope::LineEnd => take_end(rule.example, &[]),
                place => take(rule.example, &[place], &[]),
            };
            let taken = taken.map(|taken| taken.rule);
            assert_eq!(taken, Some(rule.id), "another rule comes first for {:?}", rule.example);
        }
    }
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len(), "ids are unique");
}

/// Asserts that each rule takes its lines.
pub(super) fn assert_taken(cases: &[(&str, &[&str])]) {
    let lines = cases.iter().flat_map(|(rule, lines)| lines.iter().map(move |line| (*rule, *line)));
    let taken = |line| take(line, Scope::LINES, &[]).map(|taken| taken.rule);
    let found = lines.map(|(rule, line)| (rule, taken(line), line));
    let wrong: Vec<_> = found.filter(|(rule, taken, _)| *taken != Some(*rule)).collect();
    assert!(wrong.is_empty(), "expected, found, in: {wrong:#?}");
}

#[test]
fn lines_of_a_page_are_told_from_the_text() {
    assert_taken(&[
        (
            "also-read",
            &[
                "Also read: What is behind the new tax on moorings? | Explained",
                "Also read: Who pays for the new pier in the harbour?",
                "READ MORE: Ferries sail again",
                "Related: The winter that closed the port",
                "(Also Read: Ferries sail again)",
                "Lesen Sie auch: Die Fähren fahren wieder",
                "À lire aussi : Le port est ouvert",
                "Leia também: O porto reabre",
                "Читайте также: Порт снова открыт",
                "Le puede interesar: El puerto reabre",
                "Lire également : Le port rouvre",
                "Potrebbe interessarti anche: Il porto riapre",
                "Zobacz też: Port znów otwarty",
                "İlgili haber: Liman açıldı",
                "Baca juga: Pelabuhan dibuka lagi",
            ][..],
        ),
        (
            "photo-credit",
            &[
                "| Photo Credit: AP",
                "Photo : Radio Skarn",
                "Image Credit: Ada Lind/Example",
                "Photo courtesy: Skarn Museum",
                "Image source: Skarn Museum",
                "Representational image: Example",
                "Foto: Ada Lind/dpa",
                "File Photo: Reuters",
            ],
        ),
        (
            "photo-agency",
            &[
                "AP Photo/Ada Lind",
                "(AP Photo/Ada Lind, File)",
                "Getty Images",
                "Ada Lind/Getty Images",
                "Ada Lind via Getty Images",
                "Ada Lind/AFP via Getty Images",
                "Photo by Ada Lind/AFP",
                "Representational Image",
                "[Reuters File Photo]",
            ],
        ),
        (
            "agency-line",
            &[
                "(AFP)",
                "Reuters",
                "AP",
                "PTI",
                "Source: TASS",
                "(With inputs from agencies)",
                "With inputs from PTI",
                "Agence France-Presse",
                "Reuters and AFP",
            ],
        ),
        (
            "byline",
            &["By Ada Lind", "BY ADA LIND AND MAX EXAMPLE", "Von Ada Lind", "By Ada Lind, Example News"],
        ),
        (
            "staff-credit",
            &[
                "Reporting by Ada Lind; Editing by Max Example",
                "Reporting by Ada Lind and Max Example in Oslo, Bo Ek in Rome; Editing by Eva Holm and Jon Aas.",
                "(Reporting by Ada Lind; writing by Max Example; editing by Bo Ek)",
                "Additional reporting by Ada Lind in Oslo",
                "Reporting and writing by Ada Lind",
                "Edited by: Max Example",
                "(Edited by: Max Example)",
                "Translated by Max Example",
                "Written by Ada Lind",
            ],
        ),
        (
            "syndication-note",
            &[
                "(The text was not edited by Example and comes from a syndicated feed.)",
                "(This article was originally published by Example Weekly)",
            ],
        ),
        (
            "republished-note",
            &[
                "This article was originally published by Example Weekly.",
                "This story was first published on Example.",
                "This story has been published from a wire agency feed without modifications to the text.",
                "Originally published in Example Weekly",
                "Republished with permission.",
                "A version of this article appeared in the print edition.",
            ],
        ),
        (
            "comment-form",
            &[
                "Leave a Reply",
                "Leave a Reply to Ada Cancel reply",
                "Leave a Comment",
                "Your email address will not be published. Required fields are marked *",
                "Your email address will not be published.",
                "Save my name, email, and website in this browser for the next time I comment.",
                "Email *",
                "Comments are closed.",
                "Comments (3)",
                "View all 12 comments",
                "Join the conversation",
                "You must be logged in to post a comment.",
                "Schreibe einen Kommentar",
                "Laisser un commentaire",
                "Deja una respuesta Cancelar la respuesta",
            ],
        ),
        (
            "share-counter",
            &["3 Comments", "0 160", "1.2K shares", "Shares 160", "12,400 views", "5 likes 3 comments"],
        ),
        (
            "share-buttons",
            &[
                "Share Tweet Email",
                "Share this:",
                "Share on Facebook",
                "Share this article",
                "Click to share on WhatsApp (Opens in new window)",
                "Facebook | Twitter | LinkedIn",
                "Copy link",
                "Teilen",
                "Partager",
            ],
        ),
        ("post-footer", &["The post Ferries sail again, board says. appeared first on Harbour Gazette."]),
        (
            "related-box",
            &[
                "You may also like",
                "Related Stories",
                "Most read",
                "Most Read in World",
                "Trending now",
                "More from World",
                "Recommended for you",
                "Editor's picks",
                "Mehr zum Thema",
                "Das könnte Sie auch interessieren",
                "Weitere Artikel zum Thema",
                "Vous aimerez aussi",
                "Lo más leído",
                "Você pode gostar",
                "Ti potrebbe interessare",
                "Gerelateerde artikelen",
                "Powiązane artykuły",
                "İlgili haberler",
                "Artículos relacionados",
                "Les plus lus",
                "関連記事",
                "Похожие новости",
            ],
        ),
        (
            "more-link",
            &[
                "Continue reading →",
                "Read full story",
                "Show more",
                "Lire la suite",
                "Click here to read the full report",
            ],
        ),
        ("post-navigation", &["← Previous Post", "Next article"]),
        (
            "reader-call",
            &[
                "Sign up for our morning letter and get the news of the coast by six.",
                "Melden Sie sich hier für unseren Newsletter an.",
                "Folgen Sie uns auf WhatsApp, um nichts zu verpassen.",
                "Inscrivez-vous à notre newsletter pour recevoir les nouvelles de la côte.",
                "Suivez-nous sur Facebook et Instagram",
                "Suscríbete a nuestro boletín y recibe las noticias de la costa.",
                "Síguenos en nuestro canal de WhatsApp.",
                "Iscriviti alla newsletter della costa.",
                "Receba as notícias da costa no seu WhatsApp.",
                "Подписывайтесь на наш канал в Telegram.",
                "Schrijf je in voor onze nieuwsbrief.",
                "Zapisz się na nasz newsletter.",
                "Haberleri Google News'te takip edin",
            ],
        ),
        (
            "contact-line",
            &[
                "ada@example.org",
                "Contact Ada Lind at ada@example.org",
                "Email: ada@example.org; Twitter: @adalind",
                "twitter.com/adalind",
                "Kontakt zur Redaktion: post@example.org",
            ],
        ),
        (
            "contents",
            &["In this article", "Table of contents", "In diesem Artikel:", "Índice", "В этой статье"],
        ),
        (
            "author-note",
            &[
                "The writer is a fellow of the Institute of Example.",
                "Der Autor ist Redakteur im Ressort Politik.",
                "El autor es profesor de historia.",
            ],
        ),
        ("subscribe-box", &["Subscribe", "Subscribe now", "Newsletter"]),
        ("subscribe-line", &["Support independent journalism", "Subscribe to Example Weekly"]),
        (
            "newsletter-note",
            &[
                "Sign up for our weekly newsletter and never miss a story.",
                "Get the best of our reporting delivered to your inbox every morning.",
                "Follow Example News on WhatsApp for all the latest from the coast.",
                "Download the Example app for breaking news from around the world.",
                "This article is for subscribers only.",
                "Sign up for our newsletter",
                "Follow us on Twitter",
                "Enter your email",
                "By signing up, you agree to our terms of service and privacy policy.",
            ],
        ),
        (
            "cookie-note",
            &[
                "We use cookies to improve your experience on our pages.",
                "This website uses cookies.",
                "By continuing to browse this page you agree to our use of cookies.",
                "Accept all cookies",
                "Manage preferences",
                "Cookie settings",
                "Terms of Use | Privacy Policy",
                "Wir verwenden Cookies, um die Seite zu verbessern.",
            ],
        ),
        (
            "advertisement",
            &[
                "ADVERTISEMENT",
                "Advertisement",
                "Story continues below advertisement",
                "- Advertisement -",
                "Anzeige",
                "Publicidad",
                "Sponsored",
                "Scroll to continue reading",
            ],
        ),
        (
            "loading-placeholder",
            &["Loading...", "Loading comments…", "Please wait", "Wird geladen…", "Cargando…"],
        ),
        (
            "reading-time",
            &[
                "5 min read",
                "Reading time: 4 minutes",
                "3-minute read",
                "Lesezeit: 4 Min.",
                "4 min de lecture",
            ],
        ),
        (
            "player",
            &[
                "Listen to this article",
                "Listen to this article (5:32)",
                "Play audio",
                "0:00 / 5:32",
                "Artikel anhören",
            ],
        ),
        (
            "page-buttons",
            &["Text size A- A+", "Small Medium Large", "Font size", "Sign in", "Print this page"],
        ),
        ("time-note", &["Updated 3 hours ago", "2 days ago", "Last updated:", "Published:", "Just now"]),
        (
            "tags",
            &[
                "Tags: Norway, Oslo",
                "Topics: Ferries",
                "#Ferries #Norway",
                "Filed under: World",
                "Schlagwörter: Hafen, Fähre",
            ],
        ),
        (
            "breadcrumb",
            &["Home > World > Ferries sail again", "Home / News / Europe", "Startseite › Politik"],
        ),
        ("skip-link", &["Skip to main content", "Back to top", "Toggle navigation"]),
        (
            "copyright",
            &[
                "© 2024 Example Media",
                "ⓒ 예시신문 무단전재 및 재배포 금지",
                "<저작권자(c) 예시통신, 무단 전재-재배포 금지>",
                "Copyright 2024 Example. All rights reserved.",
                "All rights reserved",
                "This material may not be published, broadcast, rewritten or shared.",
            ],
        ),
        (
            "disclaimer",
            &[
                "Disclaimer: The figures were not checked by us.",
                "The views expressed in this article are the author's own.",
                "(The writer is a former envoy. Views are personal.)",
            ],
        ),
        (
            "feedback-note",
            &[
                "Have a tip? Write to our desk at tips@example.org.",
                "Was this article helpful?",
                "Report a typo",
                "Contact the reporter at ada@example.org",
            ],
        ),
        (
            "author-box",
            &[
                "About the Author",
                "ABOUT THE AUTHOR",
                "View all posts by Ada Lind",
                "Über die Autorin",
                "Sobre el autor",
            ],
        ),
    ]);
}

#[test]
fn marks_at_the_end_of_a_line_are_told_from_the_text() {
    for (line, rule, rest) in [
        ("The ministers shake hands. (AP Photo/Ada Lind)", "photo-marker", "The ministers shake hands."),
        ("The ministers shake hands [Ada Lind/Reuters]", "photo-marker", "The ministers shake hands"),
        ("The ministers shake hands (Getty Images)", "photo-marker", "The ministers shake hands"),
        ("The ferry sailed at noon. (AFP)", "agency-end", "The ferry sailed at noon."),
        ("“It sailed at noon.” — Reuters", "agency-end", "“It sailed at noon.”"),
    ] {
        let taken = take_end(line, &[]).unwrap_or_else(|| panic!("{line}: not taken"));
        assert_eq!((taken.rule, line[..taken.start].trim_end()), (rule, rest), "{line}");
    }
    for line in [
        "He works for the French agency (AFP)",
        "The report came from a news agency — AFP",
        "The board (AP members all)",
        "She photographed the quay for Getty Images",
        "The talks will go on (see page 3)",
    ] {
        assert!(take_end(line, &[]).is_none(), "{line}: {:?}", take_end(line, &[]));
    }
}
