//! The words before a day on a page that say whose day it is: of publication, or of a change.

use crate::parse::pattern::{Pattern, pattern};

/// What a label says of the day behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// The day of publication.
    Published,
    /// The day of a change, which is not that of publication.
    Updated,
}

/// The labels, at the beginning of a text, those of a change first, since "le" begins "letzte Änderung"; each language
/// has its own preposition behind them.
static LABEL: Pattern = pattern!(concat!(
    r"^(?i:(?:(?<updated>(?:(?:last|latest)\s+)?(?:update[ds]?|modified|modification|changed|edited|revised|revision)(?: date)?|last (?:edit|change|reviewed)|(?:zuletzt |letztes? )?(?:aktualisier(?:t|ung)|geändert|änderung|bearbeite(?:t|itung)|überarbeitet|update)|update|mise? à jour|modifiée?|dernière (?:modification|mise à jour)",
    r"|(?:última )?(?:actualiza(?:do|da|ción)|modifica(?:do|da|ción)|atualiza(?:do|da|ção)|modificação)|(?:ultim[oa] )?(?:aggiorna(?:to|ta|mento)|modific(?:a|ato|ata))|(?:laatst )?(?:bijgewerkt|gewijzigd|aangepast)|обновлен[оа]|изменен[оа]|оновлено|змінено",
    r"|(?:ostatnia )?(?:zaktualizowan[oae]|aktualizacja|zmodyfikowano)|(?:son )?(?:güncelleme|güncellenme|düzenleme)(?: tarihi)?|(?:senast |sist |senest )?(?:uppdatera[dt]|ändrad|oppdatert|endret|opdateret|ændret)|päivitetty|muokattu|aktualizováno|upraveno|actualizat|modificat|frissítve|módosítva|frissítés",
    r"|(?:τελευταία )?(?:ενημέρωση|ενημερώθηκε)|diperbarui|(?:آخر )?تحديث|به\S?روزرسانی|עודכן|更新(?:时间|時間|日期|于|日時?)?|修改(?:时间)?|最終更新日?|(?:최종 ?)?수정일?시?|업데이트|cập nhật(?: lần cuối)?|poslední (?:aktualizace|změna|úprava)|naposledy (?:upraveno|aktualizováno))",
    r"|(?<published>(?:(?:first|originally|article|date|story|blog|posted by \S+|press release)\s+)?(?:published|posted|issued|released|created|added|submitted|written)(?: online)?",
    r"|publi(?:sh|cation) date|date(?: of publication)?|posted by|release date|(?:press|news) release|on",
    r"|veröffentlich(?:t|ung|ungsdatum)|erschienen|erstellt|stand|datum|online seit|publiziert|eingestellt|eingetragen|geschrieben|verfasst|gepostet|erstveröffentlichung|meldung|pressemitteilung|vom|am",
    r"|(?:article )?publiée?|(?:article )?parue?|mise? en ligne|postée?|rédigé|écrit|créé|date de publication|communiqué(?: de presse)?|le",
    r"|publicad[oa]|fecha(?: de publicación)?|creado|escrito|nota de prensa|postad[oa]|data(?: de publicação)?|criado|el|em",
    r"|pubblicat[oa]|inserito|scritto|data(?: di pubblicazione)?|creato|comunicato(?: stampa)?|persbericht|gepubliceerd|geplaatst|publicatiedatum",
    r"|опубликовано|дата(?: публикации)?|создано|размещено|опубліковано|дата публікації|створено|публикувано|објављено",
    r"|opublikowan[oey]|data(?: publikacji| dodania)?|dodan[oey]|utworzono|yayın(?:lanma|lanış)?(?: tarihi)?|yayınlandı|(?:giriş|eklenme|oluşturulma)(?: tarihi)?|tarih",
    r"|publicera(?:d|t|des)|publiceret|offentliggjort|udgivet|publisert|julkaistu|julkaisupäivä|publikováno|zveřejněno|vydáno|vloženo|datum vydání|zverejnené|publikované|publicat|postat|data publicării",
    r"|megjelent|közzétéve|létrehozva|publikálva|megjelenés|δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημερομηνία|αναρτήθηκε|diterbitkan|dipublikasikan|diposting|tayang|tanggal|đăng(?: ngày| lúc)?|ngày",
    r"|نشر(?: في)?|تاريخ النشر|تاریخ انتشار|منتشر شده|פורסם|प्रकाशित|发布(?:时间|日期|于)?|發[佈布](?:時間|日期|於)?|发表(?:于|时间|日期)?|發表(?:於|時間)?|时间|時間|日期|公開日?時?|掲載日?時?|投稿日?時?|配信日?時?|初出|입력|등록일?|게시일?|작성일?|승인|발행일?|기사입력))",
    r"(?:\s*[:：|·•,–-])?(?:\s+(?:on|at|of|am|um|vom|den|der|le|du|del|el|día|em|il|op|d\.|dne|dnia|w dniu|la|på|pe|στις|pada|в|на|في|در|ב|:))*(?:\s*[:：])?\s*)",
));

/// The label at the beginning of `text`, and where what it labels begins, in bytes.
pub(crate) fn leading(text: &str) -> Option<(Label, usize)> {
    let found = LABEL.captures(text)?;
    let end = found.get(0)?.end();
    let apart = |c: char| !c.is_alphabetic() || !text[..end].ends_with(char::is_alphabetic);
    text[end..].chars().next().is_none_or(apart).then_some(())?;
    Some((if found.name("updated").is_some() { Label::Updated } else { Label::Published }, end))
}

#[cfg(test)]
mod tests {
    use super::{Label, leading};

    #[test]
    fn labels_say_whose_day_it_is() {
        for (text, label, rest) in [
            ("Published on 28 June 2024", Label::Published, "28 June 2024"),
            ("Posted: 28 June 2024", Label::Published, "28 June 2024"),
            ("Stand: 28.06.2024", Label::Published, "28.06.2024"),
            ("Veröffentlicht am 28. Juni 2024", Label::Published, "28. Juni 2024"),
            ("Publié le 28 juin 2024", Label::Published, "28 juin 2024"),
            ("Опубликовано: 28 июня 2024", Label::Published, "28 июня 2024"),
            ("发布时间：2024年6月28日", Label::Published, "2024年6月28日"),
            ("입력 2024.06.28", Label::Published, "2024.06.28"),
            ("Last updated: 28 June 2024", Label::Updated, "28 June 2024"),
            ("Letzte Änderung: 28.06.2024", Label::Updated, "28.06.2024"),
            ("Mis à jour le 28 juin 2024", Label::Updated, "28 juin 2024"),
            ("Zuletzt aktualisiert am 28.06.2024", Label::Updated, "28.06.2024"),
        ] {
            let read = leading(text).map(|(label, at)| (label, &text[at..]));
            assert_eq!(read, Some((label, rest)), "{text}");
        }
        assert_eq!(leading("Dateline: Oslo"), None);
    }
}
