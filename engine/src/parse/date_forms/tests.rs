//! The forms read their examples, and nothing is guessed.

use super::{DateOrder, FORMS, in_field, in_link, leading, within};

#[test]
fn every_form_reads_its_examples() {
    for (text, day) in FORMS.iter().flat_map(|form| form.examples) {
        let read = leading(&format!(" {text} in the text"), None).unwrap_or_else(|| panic!("{text}: a date"));
        assert_eq!(read.published.map(|p| p.to_string()).as_deref(), Some(*day), "{text}");
        assert_eq!(read.range, 1..1 + text.len(), "{text}");
    }
}

#[test]
fn no_date_is_guessed() {
    for (text, expected) in [
        ("05/06/2024", None),
        ("05.06.2024", None),
        ("05-06-2024", None),
        ("06/28/2024", Some("2024-06-28")),
        ("05.05.2024", Some("2024-05-05")),
        ("31 February 2024", None),
        ("Feb. 29, 2023", None),
        ("1st of May 2024", Some("2024-05-01")),
        ("May 2024", None),
        ("2024", None),
        ("28 June", None),
        ("20240628", None),
        ("22 Sep 17", None),
        ("28 June 20245", None),
        ("On 28 June 2024", None),
        ("3rd August, 2023", Some("2023-08-03")),
        ("17 Sept 2023", Some("2023-09-17")),
    ] {
        let read = leading(text, None).and_then(|written| written.published).map(|p| p.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }
}

#[test]
fn an_order_tells_two_days_apart() {
    for (text, order, expected) in [
        ("05/06/2024", DateOrder::DayMonth, Some("2024-06-05")),
        ("05/06/2024", DateOrder::MonthDay, Some("2024-05-06")),
        ("28/06/2024", DateOrder::MonthDay, None),
        ("05.06.24", DateOrder::DayMonth, Some("2024-06-05")),
        ("2024-06-28", DateOrder::MonthDay, Some("2024-06-28")),
    ] {
        let read = leading(text, Some(order)).and_then(|written| written.published).map(|p| p.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }
}

#[test]
fn fields_say_a_date_in_many_ways() {
    for (text, expected) in [
        ("1719577357", Some("2024-06-28T12:22:37Z")),
        ("1719577357000", Some("2024-06-28T12:22:37Z")),
        ("1719577357.25", Some("2024-06-28T12:22:37Z")),
        ("20240628", Some("2024-06-28")),
        ("20240628122237", Some("2024-06-28")),
        ("2024-06-28 12:22:37", Some("2024-06-28")),
        ("2024-06-28T12:22Z", Some("2024-06-28T12:22:00Z")),
        ("Published on Friday, 28 June 2024", Some("2024-06-28")),
        ("Fri, 22 Sep 17 22:05:03 +0300", Some("2017-09-22T22:05:03+03:00")),
        ("02 Apr 05 16:13 -0500", Some("2005-04-02T16:13:00-05:00")),
        ("01 Dec 99", Some("1999-12-01")),
        ("Fri, 28 Jun 2024 12:22:37 IST", Some("2024-06-28")),
        ("Fri, 28 Jun 2024 02:22 PM GMT+2", Some("2024-06-28T14:22:00+02:00")),
        ("Fri, 31 Feb 2024 12:22:37 +0000", None),
        ("20241328", None),
        ("yesterday", None),
        ("05/06/2024", None),
    ] {
        assert_eq!(in_field(text, None).map(|p| p.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn dates_stand_anywhere() {
    for (text, found) in [
        ("By Ada Lind | April 27, 2024", Some("April 27, 2024")),
        ("发布于2024年6月28日", Some("2024年6月28日")),
        ("Room 12, 28 June 2024", Some("28 June 2024")),
        ("Flight 1234-06-28x", None),
    ] {
        assert_eq!(within(text, None).map(|written| &text[written.range]), found, "{text}");
    }
}

#[test]
fn links_may_hold_a_day() {
    for (url, expected) in [
        ("https://example.org/2024/06/28/ministers-meet/", Some("2024-06-28")),
        ("https://example.org/news/2024/6/8/x", Some("2024-06-08")),
        ("https://example.org/2024-06-28-ministers-meet", Some("2024-06-28")),
        ("https://example.org/20240628/ministers-meet", Some("2024-06-28")),
        ("https://example.org/2024/0628/ministers-meet", Some("2024-06-28")),
        ("https://example.org/2024/13/28/x", None),
        ("https://example.org/2024/06/x", None),
        ("https://example.org/1234/06/28/x", None),
        ("https://example.org/fair-of-2024-06-28", None),
    ] {
        let read = in_link(url).and_then(|written| written.published).map(|p| p.to_string());
        assert_eq!(read.as_deref(), expected, "{url}");
    }
}
