//! The rules of sentences that the page speaks, and not the article: what it asks of its readers, and what it says of
//! itself, of its authors and of its embedded parts.

use super::rule::{CleaningRule, Scope};

/// The rules of lines that may be sentences, but not of the article.
pub(crate) const NOTES: &[CleaningRule] = &[
    CleaningRule {
        id: "comment-form",
        place: Scope::Edge,
        pattern: concat!(
            r"(?i)^(?:(?:leave|post|add|write) (?:a|your) (?:reply|comment)(?: to .+?)?(?: cancel reply)?|cancel reply|join the (?:conversation|discussion)[.!]?",
            r"|(?:no |all |view (?:all )?(?:\d+ )?|show |hide )?comments?(?: \(\d+\))?|(?:comments|commenting) (?:are|is|have been) (?:closed|off|disabled)(?: (?:on|for) this (?:article|post|story))?\.?|be the first to comment[.!]?|(?:post|submit) comment",
            r"|(?:comment|name|e-?mail|website)(?: ?\*| \((?:required|optional)\))|required fields are marked ?\*?|sort by(?: (?:best|newest|oldest|top))?|most (?:recent|liked) comments?",
            r"|your e-?mail address will not be published\..*|save my name, e-?mail,? (?:and|&) website in this browser.*",
            r"|notify me of (?:new|follow-?up) (?:posts|comments).*|this site uses akismet to reduce spam\..*",
            r"|(?:you must be logged in|(?:please )?(?:log|sign) ?in) to (?:post a |leave a |add a )?comment\.?",
            r"|(?:schreibe|hinterlasse) einen kommentar(?: antwort(?:en)? abbrechen)?|laisser un commentaire(?: annuler la réponse)?|(?:deja|dejar) (?:un comentario|una respuesta)(?: cancelar (?:la )?respuesta)?|deixe (?:um comentário|uma resposta)(?: cancelar resposta)?|lascia un commento(?: annulla risposta)?|(?:оставить|добавить) комментарий(?: отменить ответ)?|tinggalkan (?:balasan|komentar)(?: batalkan balasan)?|geef een (?:reactie|antwoord)(?: antwoord annuleren)?)$",
        ),
        why: "the page's comment form",
        example: "Leave a Reply Cancel reply",
    },
    CleaningRule {
        id: "newsletter-note",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^(?:(?:subscribe|sign up|register|join) (?:now |today |here |free |for free )*(?:to|for) (?:our|the|your|a|[^\s,;:]+['’]s)\b[^,;:]*\b(?:newsletters?|inbox|e-?mail alerts?|briefing|mailing list|(?:whatsapp|telegram|youtube|news) channel|podcast)\b.*",
            r"|(?:get|receive) (?:the|our|all|more|a|breaking|daily|free|your)\b[^;:]*\b(?:in|into|to|straight to|delivered to|direct to) your (?:inbox|phone|e-?mail)\b.*|(?:download|get|install) (?:the|our) (?:\S+ ){0,3}app(?: (?:for|to|on|now|here|today|from)\b.*)?[.!]?|follow (?:us|[^\s,;:]+(?: [^\s,;:]+){0,3}) on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|google news|threads|bluesky)\b.*",
            r"|(?:enter your e-?mail(?: address)?|we will not share your e-?mail|you can unsubscribe|unsubscribe at any time)\b.*|by (?:signing up|subscribing|registering|(?:submitting|entering|providing) your \S+(?: \S+)?|clicking (?:on )?\S+(?: \S+)?),? you (?:agree|accept|consent|acknowledge)\b.*|already a (?:subscriber|member)\?.*|this (?:article|content|story) is (?:for|available (?:only )?to|exclusive to|reserved for) (?:our |paying )?(?:subscribers|members)(?: only)?\.?|to (?:continue|keep) reading,? (?:this (?:article|story),? )?(?:please )?(?:subscribe|register|sign (?:in|up)|log ?in)\b.*",
            r"|(?:thank you|thanks) for (?:subscribing|signing up|reading)(?: (?:our|this|the) \S+(?: \S+)?)?[.!]?|you (?:have|['’]ve) (?:reached your limit of|read your last|\d+|no) (?:free |more )?articles?\b.*|stay (?:up to date|tuned|informed) with\b.*|for (?:more|all the latest|the latest|breaking) (?:\S+ )?(?:news|updates|stories)\b[^.;:]*\b(?:follow|visit|download|subscribe to|click|log on to) (?:us|our|here|the \S+ apps?|\S+\.\S+)\b.*)$",
        ),
        why: "asks the reader to subscribe or to follow",
        example: "Sign up for our morning newsletter and never miss a story.",
    },
    CleaningRule {
        id: "reader-call",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^(?:(?:subscribe|sign up|register) (?:now |today |here |free )*(?:to|for) (?:our|the) [^,;:]*\b(?:letters?|e-?mails?|updates|alerts|bulletins?|digest)\b.*|(?:like|enjoy(?:ed)?) (?:this|our) (?:story|article|post|content|reporting)\?.*|(?:follow|reach|tweet|e-?mail) \S+(?: \S+){0,3} (?:on twitter|on x|on facebook|on instagram)(?: at)?\b.*",
            r"|(?:abonnieren sie|abonniere|melden sie sich|melde dich|bestellen sie|folgen sie|folge|folgt)\b[^;:]*\b(?:newsletter|whatsapp|telegram|instagram|facebook|twitter|youtube|podcast|push-nachrichten)\b.*|(?:jetzt|hier) [^.;:]*newsletter [^.;:]*(?:abonnieren|anmelden|bestellen)\b.*|(?:sie|du) (?:möchten|möchtest|wollen|willst) (?:keine|mehr)[^;:]*\b(?:newsletter|posteingang)\b.*",
            r"|(?:inscrivez-vous|abonnez-vous|abonne-toi|suivez(?:-nous| toute)?|recevez|retrouvez(?:-nous)?|rejoignez(?:-nous)?|téléchargez)\b[^;:]*\b(?:newsletters?|infolettre|lettre d['’]information|boîte (?:mail|de réception)|whatsapp|telegram|facebook|twitter|instagram|google (?:news|actualités)|application|chaîne|alertes)\b.*|(?:cet article|ce contenu) est (?:réservé aux|exclusivement réservé aux) abonnés.*",
            r"|(?:suscr[íi]b(?:ete|ase)|apúntate|regístrate|inscríbete|síg(?:ue|a)nos|sigue (?:a|nuestr\p{L}+)|recib[ea]|únete|súmate|descarga|haz(?:te)?)\b[^;:]*\b(?:newsletters?|boletín|tu correo|whatsapp|telegram|facebook|twitter|instagram|google noticias|app|aplicación|nuestros? canal(?:es)?|nuestras redes)\b.*|(?:este|esta) (?:artículo|contenido|noticia) es (?:exclusiv[ao] )?(?:solo )?para suscriptores.*",
            r"|(?:iscrivi(?:ti|tevi)|abbona(?:ti|tevi)|segui(?:ci|teci)?|ricevi|ricevete|unisciti|scarica)\b[^;:]*\b(?:newsletter|whatsapp|telegram|facebook|twitter|instagram|google news|app|nostro canale|e-?mail)\b.*|(?:inscreva-se|assine|subscreva|cadastre-se|registe-se|siga(?:-nos)?|acompanhe|receba|entre (?:no|em|para)|participe|baixe|clique)\b[^;:]*\b(?:newsletters?|e-?mail|whatsapp|telegram|facebook|twitter|instagram|google (?:news|notícias)|app|aplicativo|noss[oa] (?:canal|grupo|comunidade))\b.*",
            r"|(?:подписывайтесь|подпишитесь|подписаться|присоединяйтесь|следите за|читайте нас|підписуйтесь|приєднуйтесь)[^;:]*(?:наш(?:им?|их)? канал|телеграм|telegram|рассылк|розсилк|facebook|twitter|instagram|вконтакте|дзен|whatsapp|google новост).*",
            r"|(?:schrijf (?:je|u)|meld (?:je|u)|abonneer (?:je|u)|volg(?: ons)?|ontvang|download)\b[^;:]*\b(?:nieuwsbrief|mailbox|inbox|whatsapp|telegram|facebook|twitter|instagram|app|podcast)\b.*|(?:zapisz się|subskrybuj|zasubskrybuj|obserwuj|śledź|polub|dołącz|pobierz|bądź na bieżąco)[^;:]*(?:newsletter|nasz kanał|facebook|twitter|instagram|whatsapp|telegram|aplikacj|youtube|google news).*",
            r"|(?:bizi|haberleri|gelişmeleri|gündemi|e-?bültenimize|bültenimize|kanalımıza|whatsapp|telegram|google news)[^;:]*(?:abone ol|takip ed|takip et|katıl|üye ol)\p{L}*\b.*|(?:prenumerera på|anmäl dig till|följ oss|tilmeld dig|meld deg på|abonner på|følg os|følg oss)\b[^;:]*\b(?:nyhetsbrev(?:et)?|nyhedsbrev(?:et)?|facebook|twitter|instagram|whatsapp|telegram|kanal|app)\b.*)$"
        ),
        why: "asks the reader to subscribe, to follow or to write, in the languages of the page",
        example: "Melden Sie sich hier für unseren Newsletter an.",
    },
    CleaningRule {
        id: "author-note",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:the (?:author|writer|columnist)|(?:der autor|die autorin)|l['’]aut(?:eure?|rice)|(?:el autor|la autora)|(?:o autor|a autora)|l['’]aut(?:ore|rice)|автор|de auteur|autor(?:ka)?) (?:is|was|ist|war|est|es|é|è|jest|[–—-]) [^.]*\b",
            r"(?:reporters?|journalist|correspondent|editor|professor|fellow|lecturer|columnist|researcher|director|redakteur|korrespondent|professor|mitarbeiter|journaliste|rédact|professeur|chercheu|periodista|redactor|profesor|investigador|jornalista|giornalista|docente|журналист|корреспондент|професс|redacteur|verslaggever|hoogleraar|dziennikarz|profesor|director|former|freier?|freelance)\p{L}*\b.*$"
        ),
        why: "says who wrote the text",
        example: "The author is a fellow of the Institute of Example.",
    },
    CleaningRule {
        id: "cookie-note",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^(?:we (?:and our (?:\d+ )?partners )?(?:use|store) (?:necessary |optional |technical )?cookies (?:to|on|and|for|in)\b.*|(?:this|our) (?:web)?site uses cookies\b.*|by (?:continuing|using|clicking|browsing|closing)\b[^;]*\b(?:use of|our|accept|all) cookies?\b.*|(?:accept|reject|manage|allow|decline)(?: all)?(?: (?:cookies|preferences|consent|settings))+|cookie (?:policy|settings|preferences|notice|consent)|(?:your )?privacy (?:policy|notice|preferences|settings|choices)|terms (?:of (?:use|service)|(?:and|&) conditions)(?: ?(?:\||and|&) ?privacy (?:policy|notice))?|do not sell (?:or share )?my (?:personal )?(?:data|information).*",
            r"|(?:diese (?:web)?seite|diese website) verwendet cookies.*|wir verwenden cookies.*|ce site utilise des cookies.*|nous utilisons des cookies.*|este sitio (?:web )?(?:utiliza|usa) cookies.*|(?:utilizamos|usamos) cookies.*|este site (?:utiliza|usa) cookies.*|questo sito (?:utilizza|usa) (?:i )?cookie.*|(?:мы используем|сайт использует) (?:файлы )?cookie.*|deze (?:website|site) gebruikt cookies.*)$",
        ),
        why: "asks for consent to cookies, or names the terms of the page",
        example: "We use cookies to improve your experience on this page.",
    },
    CleaningRule {
        id: "copyright",
        place: Scope::Tail,
        pattern: r"(?i)^[(<\[]*(?:(?:copyright\s*)?(?:©|\(c\)\s?\d{4}|&copy;).*|저작권자.*|(?-i:\(c\)|[^a-z])*무단 ?전재.*|copyright,? \d{4}\b.*|all rights reserved\b.*|this material may not be published, broadcast\b.*|(?:no part of this|reproduction of this)\b.+\b(?:reproduced|prohibited|permission)\b.*|alle rechte vorbehalten.*|tous droits réservés.*|todos los derechos reservados.*|todos os direitos reservados.*|tutti i diritti riservati.*|все права защищены.*)$",
        why: "says who holds the rights",
        example: "© 2024 Example Media. All rights reserved.",
    },
    CleaningRule {
        id: "disclaimer",
        place: Scope::Tail,
        pattern: r"(?i)^(?:disclaimer\s*:.*|[(\[]?(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this (?:article|piece|column|story|post|blog|essay|commentary|op-ed)|here|above|are (?:those|solely|personal))\b.*|[(\[].*\bviews (?:expressed )?(?:are|is) (?:personal|his own|her own|their own)\.?[)\]]|views (?:expressed )?(?:are|is) personal\.?)$",
        why: "says whose views they are",
        example: "The views expressed in this article are those of the author.",
    },
    CleaningRule {
        id: "feedback-note",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:do you )?have a (?:news )?(?:tip|story)\b.*|got a (?:news )?(?:tip|story)\b.*|(?:send|share|submit) (?:us )?your (?:tips?|feedback|comments?|thoughts|stor(?:y|ies)|views)\b.*|(?:report|spotted|see|found) an? (?:error|typo|correction|mistake|problem)\b.*|(?:contact|write to|e-?mail) (?:us|the (?:author|reporter|editor)|our [^\s,;:]+) (?:at|on|by) (?:e-?mail|phone|\S+@\S+|[+\d]).*|(?:was|did you find) this (?:article|page|story|information) (?:helpful|useful|interesting)\?.*|rate this (?:article|story)|what (?:do|did) you think (?:of|about) this (?:article|story)\?.*|let us know in the comments.*|(?:submit|send|write)(?: us)? (?:a|your) letters? to the editor\b.*|letters? to the editor (?:may|can|should|must)\b.*|we want to hear (?:from you|what you think)\b.*|(?:schreiben sie|schicken sie|senden sie)(?: uns)? (?:einen|ihren?) leserbrief\b.*|leserbriefe? (?:bitte )?(?:an|per|unter)\b.*)$",
        why: "asks the reader for tips and opinions",
        example: "Have a tip? Write to our desk.",
    },
    CleaningRule {
        id: "support-call",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:if you (?:have )?(?:enjoy|lik|found|find|valu|appreciat|lov)\S* .*(?:consider|support|subscri|donat|sign up|contribut|share|check out|patreon|newsletter).*|while you(?:['’]re| are) here\b.*|(?:please )?consider (?:supporting|donating|subscribing|becoming|making a)\b.*|help us (?:continue|keep|to|by|reach)\b.*|we need your (?:help|support|donations?)\b.*|(?:every|your) (?:donation|contribution|subscription)s? (?:helps?|keeps?|supports?|makes?|matters?|counts?)\b.*",
            r"|(?:wenn|hat|falls|gefällt) (?:dir|ihnen|euch|sie|du|ihr) .*(?:unterstütz|spend|abonnier|newsletter|teil[et]|gefallen\?).*|(?:unterstütz[et]?|unterstützen sie) (?:uns|unsere?n?|die arbeit|unabhängigen)\b.*|(?:jetzt|mit) [^.]*\b(?:spenden|unterstützen)!.*|(?:helfen sie|helft|hilf)\b[^.]*\b(?:journalismus|spende|unabhängig\S*)\b.*|(?:ihre|deine|eure) spende (?:für|hilft|ermöglicht)\b.*|dieser (?:artikel|text|beitrag)\b[^.]*\bspenden\b.*|(?:si vous (?:avez aimé|aimez|appréciez)|vous avez aimé) .*(?:soutenez|don|abonnez).*|(?:soutenez(?:-nous| (?:notre|nos|un))|faites un don)\b.*|(?:si te (?:gustó|ha gustado|gusta)) .*(?:apoya|suscr|dona|compart).*|apóyanos\b.*|(?:se ti è piaciuto|ti è piaciuto) .*(?:sostien|iscri|condivid|dona).*|sostieni(?:ci)? (?:il nostro|la nostra|con)\b.*|steun ons\b.*|поддержите (?:нас|наш).*|wesprzyj nas\b.*)$",
        ),
        why: "asks the reader to support the outlet",
        example: "If you enjoyed this report, please consider a donation.",
    },
    CleaningRule {
        id: "subscribe-call",
        place: Scope::Tail,
        pattern: r"(?i)^(?:subscribe (?:now |today |here |free )+(?:to|for) .*|subscribe to (?:our|the) .*[.!]|receive (?:our|the|a) .*newsletter.*|(?:chat|connect|keep up) with us\b.*|email \S+(?: \S+){0,3} at \S+@\S+.*)$",
        why: "asks the reader to subscribe, after the text",
        example: "Receive our weekly newsletter.",
    },
    CleaningRule {
        id: "newsletter-call",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)(?:melde dich|melden sie sich|meldet euch|abonniere(?:n sie|\b)|(?:hier|jetzt|kostenlos|gleich)\b.*(?:anmelden|abonnieren|bestellen)|sign up|subscribe|inscri(?:vez|re|s-toi)|abonne[zr-]|suscr[ií]b|iscriv|inscrev|assin[ae]|подпи[шс]|schrijf (?:je|u) in|zapisz się).*(?:newsletter|posteingang|nieuwsbrief|infolettre|boletín|inbox|рассылк)",
            r"|(?:newsletter|posteingang|nieuwsbrief|infolettre|boletín|inbox|рассылк).*(?:melde dich|melden sie sich|meldet euch|abonniere(?:n sie|\b)|(?:hier|jetzt|kostenlos|gleich)\b.*(?:anmelden|abonnieren|bestellen)|sign up|subscribe|inscri(?:vez|re|s-toi)|abonne[zr-]|suscr[ií]b|iscriv|inscrev|assin[ae]|подпи[шс]|schrijf (?:je|u) in|zapisz się)",
        ),
        why: "asks the reader to subscribe, after the text",
        example: "Curious? Our newsletter has more: subscribe here.",
    },
    CleaningRule {
        id: "more-note",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:for (?:more|further|full|additional) (?:information|details|info)\b.*\b(?:visit|see|go to|check|click|contact|call|e-?mail)\b.*|(?:more|further|additional) (?:information|details|info) (?:is available|are available|can be found|at:?|here)\b.*|(?:you can )?(?:find out|learn) more\b.*(?:\b(?:here|at|on|from|website|page)\b.*|:.*)|click here\b.*[.!]|read it here\.?|visit (?:our|the) (?:web)?(?:site|page)\b.*",
            r"|(?:tipp: |info: |hinweis: )?(?:mehr|alles|alle|weitere\S*|weiteres|nähere\S*|ausführliche\S*|details|auf der seite|hier)\b[^.!?]*\b(?:(?:finden|lesen|erfahren|erhalten|sehen|hören) (?:sie|ihr)|(?:findest|liest|erfährst|siehst|hörst) du|(?:findet|lest|erfahrt|seht) ihr|gibt(?:['’]s| es))\b[^.!?]*(?:\b(?:hier|unter|auf|im|in)\b.*|meldung.*)|hier (?:geht['’]?s|geht es|gelangen sie|kommst du|kommen sie|findest du|finden sie)\b.*",
            r"|(?:mehr|weitere|nähere|alle) (?:infos?|informationen|details)\b[^.!?]*\b(?:unter|auf|hier|bei|im|zum|zur|gibt es)\b.*|weiterlesen (?:auf|bei)\b.*|tipp: auf der seite .*",
            r"|(?:plus d['’]informations?|pour (?:plus|davantage) d['’](?:informations?|infos?)|(?:pour )?en savoir (?:plus|davantage))\b.*|(?:para )?(?:más|mayor) (?:información|detalles)\b.*(?:\b(?:visit[ae]|consult[ae]|ingres[ae]|puede)\b|aquí|www\.|https?:).*|(?:per )?(?:maggiori|ulteriori) informazioni\b.*|per saperne di più\b.*|(?:para )?mais informações\b.*(?:aqui|site|www\.|https?:).*|(?:voor )?meer (?:informatie|info)\b.*(?:www\.|hier|https?:|website|vind).*|więcej informacji\b.*(?:na stronie|www\.|https?:|tutaj).*|подробн(?:ее|ости)[^.]*(?:на сайте|по ссылке|здесь).*)$",
        ),
        why: "says where there is more to read",
        example: "More information is available on the page of the board.",
    },
    CleaningRule {
        id: "comment-call",
        place: Scope::Tail,
        pattern: r"(?i)(?:\b(?:in the comments(?: below| section)?|(?:leave|post|write|drop) (?:us )?a comment|comment below|in (?:den|die) kommentaren?|(?:deinen|euren|ihren|einen) kommentar|auf (?:deine|eure|ihre) kommentare|über kommentare|en los comentarios|en commentaires?|dans les commentaires|nos comentários|nei commenti|in de reacties)\b|в комментариях|w komentarzach)",
        why: "asks the reader to comment",
        example: "Tell us what you saw in the comments below.",
    },
    CleaningRule {
        id: "click-call",
        place: Scope::Tail,
        pattern: r"(?i)\S\s(?:click here|hier klicken)\b|\b(?:klick(?:e|en sie|t)? (?:einfach )?hier|cliquez ici|haga clic aquí|haz clic aquí|clique aqui|clicca qui|klik hier|kliknij tutaj)(?:\W|$)|\b(?:mehr|alles|weiteres)\b[^.!?]*\b(?:lesen|finden|erfahren) (?:sie|ihr) hier\b|\bmehr\b[^.!?]*\b(?:liest|findest|erfährst) du hier\b",
        why: "leads to another page",
        example: "To see how the ferry sails, click here.",
    },
    CleaningRule {
        id: "citation-note",
        place: Scope::Tail,
        pattern: r"(?i)^(?:(?:suggested|recommended|preferred) citation\b.*|citation\s*:.*\bretrieved\b.*|(?:how to )?cite (?:this|as)\b.*|zitier(?:vorschlag|weise|hinweis|empfehlung)\b.*|(?:pour )?citer (?:cet|ce)\b.*|(?:cómo citar|para citar|como citar|come citare)\b.*)$",
        why: "says how to cite the article",
        example: "Suggested citation: Lind, Ada: The ferry sails again, 2024.",
    },
    CleaningRule {
        id: "filed-note",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:this (?:entry|post) (?:was|is) (?:posted|filed|published|tagged|written)\b.*|you can (?:follow|skip to|leave)\b.*\b(?:responses?|comments?|rss|trackback)\b.*|bookmark the permalink\b.*|both comments and pings are\b.*",
            r"|(?:dieser|der) (?:beitrag|eintrag|artikel) wurde\b.*\b(?:abgelegt|verschlagwortet|gepostet|veröffentlicht und|getaggt)\b.*|setze? ein lesezeichen\b.*|(?:ce billet|cet article|cette entrée) a été publiée?\b.*\b(?:dans|avec|par)\b.*|(?:esta entrada|este artículo) (?:fue|ha sido) (?:publicad|escrit)[oa]\b.*\b(?:en|por)\b.*|(?:questo articolo|questa voce) è stat[oa] (?:pubblicat|inserit)[oa]\b.*|(?:este post|esta entrada) foi (?:publicad|postad)[oa]\b.*|dit bericht (?:is|werd) geplaatst\b.*|ten wpis został opublikowany\b.*)$",
        ),
        why: "says when and where a blog filed the article",
        example: "This entry was posted on Friday and is filed under Harbours.",
    },
    CleaningRule {
        id: "affiliate-note",
        place: Scope::Edge,
        pattern: r"(?i)^[*(\[]*\s*(?:(?:we|[^\s,]+(?: [^\s,]+)?) (?:may|might|will|can) (?:earn|receive|get)\b[^.]*\bcommissions?\b[^.]*\b(?:links?|you (?:buy|purchase|click)|purchases?|our (?:site|page)|affiliate)\b.*|(?:this|our|some|when you|if you|as an)\b.*\baffiliate (?:links?|commissions?|partners?|programs?)\b.*|(?:unsere|die|einige|mit|bei|wenn|als|dieser|für)\b.*\b(?:affiliate|provision|kommission|partnerlinks?|werbelinks?)\b.*\b(?:links?|kauf\S*|provision|gekennzeichnet|markiert|erhalten|bekommen)\b.*)$",
        why: "says that the outlet earns from its links",
        example: "We may earn a commission when you buy through links on our page.",
    },
    CleaningRule {
        id: "embed-note",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^(?:(?:externe[rs]? inhalte?|external content|contenu externe|contenido externo|contenuto esterno|externe inhoud)\.?|(?:empfohlener )?(?:redaktioneller|externer) inhalt\.?|(?:an dieser stelle|hier|dieser (?:inhalt|artikel|beitrag))\b[^.]*\b(?:externe[rn]? inhalte?|drittanbieter\S*|inhalte? von (?:twitter|x|instagram|youtube|facebook|tiktok))\b.*|wir (?:respektieren|benötigen|brauchen) (?:deine|ihre|eure) (?:privatsphäre|zustimmung|einwilligung)\b.*|um (?:deine|ihre|eure) (?:persönlichen )?daten zu schützen\b.*|dieses video wird über\b.*|(?:klicken sie|klicke) auf (?:den|das)\b[^.]*\b(?:inhalte?|video|karte)\b.*\b(?:nach)?(?:zu)?(?:laden|anzuzeigen|sehen)\b.*|wenn sie\b[^.]*\baktivieren, werden\b.*\b(?:informationen|daten)\b.*|ich (?:bin (?:damit )?einverstanden|stimme zu), dass\b.*\binhalte?\b.*|(?:mit dem|durch das|beim) (?:klick\S*|laden|aktivieren|abspielen|anzeigen)\b.*\b(?:akzeptier\S*|einverstanden|datenschutz\S*|übermittelt|übertragen)\b.*",
            r"|(?:twitter|x|instagram|youtube|facebook|tiktok|spotify|vimeo|externe inhalte|inhalte?|video|tweet|beitrag|karte) (?:freischalten|entsperren|aktivieren|anzeigen|laden)|(?:immer|alle inhalte) (?:entsperren|anzeigen|laden)",
            r"|(?:to (?:view|see|play|display|show) this (?:content|video|post|tweet|embed|map)|we need your (?:consent|permission) to (?:load|show|display)|this (?:content|video|post|tweet|embed) (?:is (?:hosted|provided|not available due)|could not be (?:loaded|displayed)|can(?:not|['’]t) be (?:loaded|displayed|shown)))\b.*|(?:view|see) (?:this )?(?:post|tweet|photo|more) on (?:twitter|x|instagram|facebook|youtube|tiktok)|allow (?:\S+ )?(?:content|cookies) (?:from|to|provided)\b.*|(?:a post (?:shared|posted) by|ein (?:von .+ geteilter )?beitrag (?:geteilt )?von|une publication partagée par|una publicación compartida (?:por|de)|um post compartilhado por|un post condiviso da|een bericht gedeeld door|post udostępniony przez|публикация от)\b.*|ein von .+ geteilter beitrag\b.*|posted by [^.]+ on (?:mon|tues|wednes|thurs|fri|satur|sun)day, .*",
            r"|pour (?:voir|afficher|visionner|accéder à) (?:ce|cette|cet) (?:contenu|vidéo|tweet|publication)\b.*|(?:ce contenu|cette vidéo|ce tweet)\b.*\b(?:bloquée?|cookies|traceurs|tiers)\b.*|para (?:ver|visualizar) este (?:contenido|vídeo|video|tuit|conteúdo)\b.*|per (?:vedere|visualizzare) questo (?:contenuto|video|tweet)\b.*|(?:deze inhoud|dit (?:bericht|filmpje))\b.*\bcookies\b.*|om deze (?:inhoud|video) te (?:bekijken|tonen|zien)\b.*)$",
        ),
        why: "stands in the place of another page's post or video",
        example: "To view this content, please accept the cookies of the network.",
    },
    CleaningRule {
        id: "visitor-counter",
        place: Scope::Line,
        pattern: r"(?i)^(?:(?:(?:es (?:sind|ist)|there (?:are|is)|we have|il y a|hay|currently|momentan|derzeit|aktuell|zur ?zeit) )*[0-9][0-9.,]* (?:visitors?|users?|guests?|readers?|members?|besucher|gäste?|benutzer|nutzer|mitglied(?:er)?|leser|visiteurs?|invités?|utilisateurs?|visitantes?|invitados?|usuarios?|utenti|visitatori|bezoekers?|gasten|gości|użytkownik\S*|посетител\S*|гост\S*)(?:,? (?:and|und|et|y|e|en|i|и) [0-9]+ \S+)? (?:(?:are|is|sind|ist|currently|now|gerade|derzeit|momentan|aktuell|im moment) )*(?:online|en ligne|en línea|in linea|на сайте|на форуме)\b.*|(?:besucher|visitors?|gäste?|guests?|mitglied(?:\(er\)|er)?|members?|users? online|online)\s*(?:heute|gesamt|today|total)?\s*:\s*[0-9][0-9.,]*)$",
        why: "counts who visits the page",
        example: "13 visitors are online",
    },
    CleaningRule {
        id: "review-note",
        place: Scope::Line,
        pattern: r"(?i)^(?:dieser (?:text|artikel|beitrag) (?:entspricht|wurde)\b.*\b(?:mediziner\S*|ärzt\S*|medizinisch\S*|fachlich\S*)\b.*\bgeprüft\b.*|(?:medically|fact)[- ](?:reviewed|checked) by\b.*)$",
        why: "says who checked the text",
        example: "Medically reviewed by Ada Lind",
    },
];

#[cfg(test)]
mod tests {
    use crate::parse::rules::tests::assert_taken;
    use crate::parse::rules::{Scope, take};

    #[test]
    fn what_the_page_says_is_told_from_the_text() {
        assert_taken(&[
            (
                "support-call",
                &[
                    "While you are here…",
                    "If you liked our report – would you consider supporting the Gazette?",
                    "Unterstützen Sie unsere Arbeit mit einer Spende.",
                    "Soutenez notre journal",
                ][..],
            ),
            (
                "subscribe-call",
                &[
                    "Subscribe now to our weekend edition for the full story.",
                    "Receive our monthly newsletter to hear of each boat.",
                ],
            ),
            (
                "newsletter-call",
                &[
                    "Noch nicht genug? Melde dich hier für unseren Newsletter an!",
                    "Envie d’en lire plus ? Recevez nos newsletters : inscrivez-vous ici.",
                ],
            ),
            (
                "click-call",
                &[
                    "For a look at the other harbours, click here.",
                    "Das Haus steht am Hafen. Mehr zu dem Umbau lesen Sie hier: Das Haus am Hafen",
                ],
            ),
            (
                "more-note",
                &[
                    "Weitere Infos unter www.example.org.",
                    "Alles über neue Boote findest du hier.",
                    "For further information, visit the page of the board.",
                    "Más información en www.example.org",
                    "Pour en savoir plus sur le port",
                ],
            ),
            (
                "citation-note",
                &[
                    "SUGGESTED\u{A0}CITATION\u{A0} Lind, Ada: The ferry sails again, Gazette, 2024.",
                    "Citation: The ferry sails again (2024, June 28) retrieved 29 June 2024 from https://example.org/1",
                    "Zitiervorschlag: Lind, Ada: Die Fähre, 2024.",
                ],
            ),
            (
                "filed-note",
                &[
                    "This entry was posted in Harbours and tagged ferry. Bookmark the permalink.",
                    "Der Beitrag wurde am Freitag, den 5. Januar 2024 veröffentlicht und unter Hafen abgelegt.",
                ],
            ),
            (
                "affiliate-note",
                &["Gazette may receive a commission from what you buy.", "This post has affiliate links."],
            ),
            (
                "embed-note",
                &[
                    "Externer Inhalt",
                    "Twitter freischalten",
                    "Um Ihre Daten zu schützen, haben wir das Video nicht geladen.",
                    "View this post on Instagram",
                    "A post shared by Ada Lind (@adalind)",
                    "Para ver este contenido, acepta las cookies.",
                ],
            ),
            (
                "comment-call",
                &[
                    "Did you see it? Leave a comment below.",
                    "Was meint ihr? Ich freue mich auf euren Kommentar.",
                ],
            ),
            ("visitor-counter", &["13 Besucher sind online (8 im Bereich Hafen)", "Gäste: 13"]),
            (
                "feedback-note",
                &["Submit your letter to the editor via this form.", "We want to hear what you think."],
            ),
            ("review-note", &["Dieser Text entspricht den Leitlinien und wurde von Medizinern geprüft."]),
        ]);
    }

    #[test]
    fn sentences_of_the_text_stay() {
        let mut wrong = Vec::new();
        for line in [
            "Further details are expected on Monday.",
            "More information on the talks was not given.",
            "Weitere Einzelheiten gab es am Montag nicht.",
            "Mehr Boote als je zuvor liegen im Hafen.",
            "Alle Passagiere fanden einen Platz.",
            "Hier begann im Jahr 1840 der Bau des Hafens.",
            "If you found a purse on the quay, bring it to the office.",
            "The newsletter of the port was founded in 1902.",
            "This entry in the log was written by the mate.",
            "Your contribution to the fund was paid in May.",
            "13 guests are staying at the inn.",
            "In the comments that he wrote in 1902, the keeper said little.",
            "The board may earn a fortune from the new pier.",
            "Externe Inhalte der Kiste waren zwei Lampen.",
            "Más información no dio el puerto el lunes.",
        ] {
            let taken = take(line, Scope::LINES, &[]);
            wrong.extend(taken.map(|taken| format!("{}: {line}", taken.rule)));
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
