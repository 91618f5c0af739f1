//! The rules of page furniture: what surrounds the article and belongs to the page, in English and, where a handful of
//! words will do, in other languages.

use super::rule::{CleaningRule, Scope};

/// A pattern for the networks and actions that share buttons name.
macro_rules! network {
    () => {
        r"(?:facebook|twitter|x|whatsapp|telegram|e-?mail|mail|print|copy(?: link)?|link(?: copied!?)?|linkedin|pinterest|reddit|pocket|viber|line|wechat|weibo|vk|messenger|skype|tumblr|flipboard|instagram|threads|bluesky|mastodon|sms|save|bookmark|gift|drucken|imprimer|imprimir|stampa)"
    };
}

/// A pattern for the words that share buttons begin with.
macro_rules! share {
    () => {
        r"(?:share|tweet|retweet|teilen|partager|compartir|compartilhar|condividi|поделиться|bagikan|paylaş|delen|分享|シェア|공유)"
    };
}

/// A pattern for what counters count.
macro_rules! counted {
    () => {
        r"(?:shares?|comments?|views?|likes?|reads?|retweets?|reactions?|replies|followers|kommentare?|commentaires?|comentarios?|comentários?|commenti|просмотр(?:ов|а)?|комментари(?:й|я|ев))"
    };
}

/// A pattern for what readers write.
macro_rules! commented {
    () => {
        r"(?:comments?|responses?|replies|reply|thoughts?|kommentare?|antworten|beiträge|commentaires?|réactions?|réponses?|comentarios?|respuestas?|comentários?|respostas?|commenti|commento|risposte|reacties?|reactie|комментари(?:й|я|ев|и)|коментар(?:ів|і|ь)?|komentarz(?:e|y)?|opini[ei]|yorum(?:lar)?|kommentarer?|kommentti|kommenttia|komentář(?:e|ů)?|comentariu|comentarii|hozzászólás(?:ok)?|komentar|σχόλι[αο]|تعليق(?:ات)?|評論|评论|コメント|댓글)"
    };
}

/// The rules of lines with a fixed wording that nobody else uses, whatever headline is in them.
pub(crate) const FIXED: &[CleaningRule] = &[CleaningRule {
    id: "post-footer",
    place: Scope::Line,
    pattern: r"^(?:The post [^a-z].* (?:appeared first|first appeared) on [^a-z].*|Der Beitrag .+ erschien zuerst auf .+|L['’]article .+ est apparu en premier sur .+|La entrada .+ se publicó primero en .+|[OA] post .+ apareceu primeiro em .+|L['’]articolo .+ proviene da .+)$",
    why: "a feed's own footer, which repeats the headline",
    example: "The post Ministers meet appeared first on Example.",
}];

/// The rules of lines that are never sentences.
pub(crate) const LABELS: &[CleaningRule] = &[
    CleaningRule {
        id: "loading-placeholder",
        place: Scope::Line,
        pattern: r"(?i)^(?:loading(?: (?:comments|video|player|more|content))?|please wait|waiting for (?:the )?response(?: to load)?|(?:wird )?geladen|chargement(?: en cours)?|cargando|carregando|caricamento(?: in corso)?|загрузка|正在加载|加载中|読み込み中)\s*(?:…|\.{2,3})?$",
        why: "stands for something the page would have loaded",
        example: "Waiting for response to load…",
    },
    CleaningRule {
        id: "cdata-end",
        place: Scope::Line,
        pattern: r"^\]\]>$",
        why: "the end of a tag that was lost",
        example: "]]>",
    },
    CleaningRule {
        id: "source-link",
        place: Scope::Line,
        pattern: r"(?i)^(?:source link|link to (?:the )?(?:source|original)|original (?:article|source|link)|view source|(?:perma(?:nent )?link|short ?link|kurzlink|dauerlink|lien permanent|enlace permanente)\s*[:：]?\s*(?:(?:https?://|www\.)\S+)?)$",
        why: "the words of a link, without the link",
        example: "Source link",
    },
    CleaningRule {
        id: "advertisement",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^[–—-]*\s*(?:advertisements?|advert|sponsored|promoted|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|iklan|advertentie|annons|reklam|reklama|广告|広告|광고)\s*[:：–—-]*$",
            r"|^(?:(?:story|article|report|text|post) continues (?:below|after)(?: (?:this |the )?(?:ad|advertisement|advert|video|image|gallery))?|continue reading below|scroll (?:down )?(?:to|for) (?:continue|more)(?: reading)?|advertisement:? .*scroll.*|(?:remove|skip|hide|close) (?:this )?ads?|report this ad|ad feedback)\.?$",
        ),
        why: "stands for an advertisement, or leads past one",
        example: "Story continues below advertisement",
    },
    CleaningRule {
        id: "also-read",
        place: Scope::Line,
        pattern: concat!(
            r"(?i)^[(\[]?(?:also read|read also|also,? see|read more(?: on this)?|read next|read this|read|see also|must read|don['’]t miss|more on this(?: story| topic)?|you (?:may|might) also like|related(?: (?:articles?|stor(?:y|ies)|news|coverage|reading))?|recommended(?: reading)?|further reading|editor['’]s picks?",
            r"|lesen sie (?:auch|dazu|hier|mehr)(?: auch)?|lies auch|mehr (?:zum thema|dazu|lesen)|siehe auch|auch interessant|passend dazu|(?:das könnte (?:sie|dich) auch interessieren)|(?:à )?lire (?:aussi|également)|voir (?:aussi|également)|sur le même sujet|pour aller plus loin|(?:también |además,? )?(?:le|te|les) puede interesar|(?:lea|lee|vea|ve|mire|mira|ver) (?:también|además)|no te pierdas|sigue leyendo|(?:noticias?|contenido) relacionad[ao]s?|más sobre el tema",
            r"|(?:leia|veja|confira|ler|ver) (?:também|mais|ainda)|saiba mais|leggi (?:anche|pure)|vedi anche|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:e|ti)(?: anche)?|per approfondire|(?:читайте|смотрите) (?:также|ещё|еще|подробнее)|(?:материалы? |ещё |ранее )?по теме|(?:читайте|дивіться) також|baca juga|lees (?:ook|meer|verder)|(?:zie|bekijk) ook|(?:läs|se) (?:också|även|mer)|(?:les|læs|se) også|lue (?:myös|lisää)|(?:prze)?czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również|więcej)|dowiedz się więcej",
            r"|ayrıca (?:oku(?:yun)?|bak(?:ınız)?)|bunu da oku(?:yun)?|[iİ]lgili haber(?:ler)?|čtěte (?:také|též|i)|přečtěte si (?:také|i)|olvassa el ezt is|cit(?:ește|iţi|iți) și|vezi și|διαβάστε (?:επίσης|ακόμη|ακόμα)|اقرأ أيض[اًا]+|相关阅读|相关新闻|関連記事|延伸阅读)\s*[:：|›»].*$",
        ),
        why: "points to another article",
        example: "Also read: What the ministers said last year | Explained",
    },
    CleaningRule {
        id: "empty-quotes",
        place: Scope::Edge,
        pattern: "^(?:[\"“”'‘’\\s*_=~…·•|–—-]+|[.\\s]{3,})$",
        why: "quotation marks around a field that was empty, or a line that was drawn",
        example: "\" \"",
    },
    CleaningRule {
        id: "share-counter",
        place: Scope::Edge,
        pattern: concat!(
            r"(?i)^(?:\d{1,3}(?:[.,]\d{1,3})*\s?[km]?(?:\s+",
            counted!(),
            r")?|",
            counted!(),
            r"(?:\s*:\s*\d[\d.,]*\s?[km]?|\s*\(\d[\d.,]*\)|\s+\d[\d.,]*\s?[km]?))(?:[\s|·•/]+(?:\d{1,3}(?:[.,]\d{1,3})*\s?[km]?(?:\s+",
            counted!(),
            r")?|",
            counted!(),
            r"(?:\s*:\s*\d[\d.,]*|\s*\(\d[\d.,]*\))?))*$",
        ),
        why: "counts shares, comments or views",
        example: "0 160",
    },
    CleaningRule {
        id: "share-buttons",
        place: Scope::Edge,
        pattern: concat!(
            r"(?i)^(?:click to )?(?:",
            share!(),
            r"(?: (?:this|the)?\s?(?:article|story|post|news|page|on social media)?)?(?:,? (?:on|via|to|with|by|auf|sur|en|su) ",
            network!(),
            r")?|",
            network!(),
            r")(?: \(opens in new window\))?(?:[\s|,·•/]+(?:",
            share!(),
            r"|",
            network!(),
            r"))*\s*:?$",
        ),
        why: "the words of share buttons",
        example: "Share Facebook Twitter",
    },
    CleaningRule {
        id: "author-box",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:about (?:the )?(?:author|writer|reporter|journalist)s?|(?:the )?author|author (?:bio|profile)|über (?:den autor|die autorin)|zum autor|zur autorin|à propos de (?:l['’])?aut(?:eur|rice)|sobre (?:el|la|o|a) autor(?:a)?|acerca del autor|(?:der|die) autor(?:in)?|zur person|l['’]aut(?:eur(?:e)?|rice|ore)|(?:el|la|o|a) autor(?:a)?|об авторе|автор|про автора|o autor(?:ze|ce|ovi)|yazar hakkında|om (?:författaren|forfatteren)|tentang penulis|(?:over )?de auteur)\s*:?$",
            r"|^(?:view|see|read) (?:all|more) (?:posts|articles|stories)(?: (?:by|from) .+)?$|^(?:all )?(?:posts|articles|stories) by .+$|^follow (?:the )?author$",
        ),
        why: "the box about who wrote the article",
        example: "About Author",
    },
    CleaningRule {
        id: "related-box",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:related(?: (?:articles?|posts?|stor(?:y|ies)|news|topics|content|coverage|links|reading|videos?))?|(?:you )?(?:may|might)(?: also)? (?:like|be interested in)|you may have missed|in case you missed it|(?:what to )?read next|up next|(?:read|view|see) (?:more|also)|also read",
            r"|more (?:stories|articles|news|posts|headlines|coverage)|more (?:from|on|in|about) .+|most (?:read|popular|viewed|shared|commented|watched)(?: .+)?|trending(?: (?:now|stories|news|today|topics))?|popular(?: (?:posts|stories|articles|news|now))?|latest(?: (?:news|stories|articles|posts|headlines|videos?))|latest (?:from|in) .+|top (?:stories|news|headlines)|recent (?:posts|articles|stories|news)|editor['’]?s['’]? (?:picks?|choice)|must[- ]reads?|don['’]t miss|around the web|from (?:around )?the web|also on .+",
            r"|recommended(?: (?:for you|reading|stories|articles|videos))?|suggested (?:reading|articles|stories|for you)|similar (?:articles|stories|news|posts)|other (?:stories|news|articles)|(?:sponsored|promoted) (?:content|links|stories)|read (?:more|next|also)",
            r"|more on this(?: story| topic)?|see also|further reading|keep reading|explore (?:more|further)|featured (?:stories|articles)|more top stories|today['’]s top stories|stories for you|you(?:['’]ll| will) (?:also )?(?:like|love)",
            r"|das könnte (?:sie|dich|euch) (?:auch )?interessieren|auch interessant|(?:ähnliche|weitere|empfohlene|neueste|beliebte|verwandte) (?:artikel|beiträge|themen|nachrichten|meldungen)(?: zum thema)?|mehr (?:zum thema(?: .+)?|lesen|nachrichten)|mehr (?:zu|aus|über|von) .+|meist(?:gelesen|kommentiert|geklickt)(?:e artikel)?|viel gelesen(?: .+)?|passend zum thema|siehe auch|zum weiterlesen|lesetipps?|top-?themen",
            r"|(?:à )?(?:lire|voir) (?:aussi|également)|à (?:lire|découvrir)|sur le même (?:sujet|thème)|dans la même rubrique|(?:les articles )?les plus lus|articles (?:similaires|liés|connexes|recommandés|récents)|vous aimerez (?:aussi|peut-être)|(?:cela|ces articles) (?:peut|peuvent|pourrait|pourraient|devraient) vous (?:intéresser|plaire)|pour aller plus loin|nos derniers articles",
            r"|(?:también |además,? |quizás? )?(?:le|te|les) (?:puede|pueden|podría|interese)(?: interesar)?|más (?:noticias|artículos|información)|más (?:de|en|sobre) .+|(?:noticias?|artículos?|temas|contenidos?) relacionad[ao]s?|(?:lo |las noticias )?más (?:leíd[ao]s?|vist[ao]s?)|últimas noticias|no te (?:lo )?pierdas|(?:lea|lee|vea|mira) también",
            r"|(?:leia|veja) (?:também|mais)|(?:notícias|artigos|conteúdos?) (?:relacionad[ao]s?|recentes)|você (?:também )?pode (?:gostar|se interessar)|(?:as )?mais lidas|mais notícias|últimas notícias|articoli (?:correlati|simili|consigliati|recenti)|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:e|ti)(?: anche)?|leggi anche|(?:i )?più letti|ultime notizie|altri articoli|da leggere",
            r"|(?:читайте|смотрите) (?:также|ещё|еще)|(?:ещё |материалы |новости )?по теме|самое (?:читаемое|популярное|интересное)|(?:похожие|другие|последние) (?:новости|статьи|материалы)|вам может быть интересно|рекомендуем|(?:читайте|дивіться) також|схожі (?:новини|статті)|berita (?:terkait|lainnya)|artikel terkait|baca juga|terpopuler",
            r"|lees (?:ook|meer|verder)|meest gelezen|gerelateerde? (?:artikelen|berichten|nieuws)|meer (?:nieuws|artikelen)|aanbevolen artikelen|zie ook|(?:czytaj|zobacz) (?:także|też|również)|(?:powiązane|podobne|polecane) (?:artykuły|tematy|wpisy)|najczęściej czytane|(?:[iİ]lgili|benzer|diğer) (?:haberler|yazılar)|(?:en )?çok okunanlar",
            r"|(?:läs|se) (?:också|även|mer)|mest lästa?|relaterade artiklar|(?:les|læs|se) også|mest (?:lest|læste)|relater(?:te|ede) (?:saker|artikler)|lue myös|luetuimmat|čtěte také|související články|nejčtenější|kapcsolódó cikkek|legolvasottabb|citește și|articole (?:similare|recomandate)|cele mai citite|(?:διαβάστε επίσης|σχετικά άρθρα)|相关新闻|相关阅读|推荐阅读|热门文章|関連記事|おすすめ記事|관련 ?기사|많이 본 뉴스|مواضيع ذات صلة|اقرأ أيض[اًا]+|संबंधित खबरें)\s*[:»›→]?$",
        ),
        why: "heads a list of other articles",
        example: "Related Articles",
    },
    CleaningRule {
        id: "more-link",
        place: Scope::Line,
        pattern: r"(?i)^(?:(?:read|show|view|see|load) (?:more|all|less)|continue reading|(?:read|view) (?:the )?(?:full|whole|complete|original|rest of the) (?:article|story|text|report|post|statement)|click here(?: (?:to|for) .+)?|weiterlesen|mehr (?:lesen|anzeigen|erfahren)|(?:zum|den ganzen) artikel(?: lesen)?|lire (?:la suite|plus)|voir plus|leer más|seguir leyendo|ver más|ler mais|continue lendo|continua a leggere|leggi (?:tutto|di più)|ler (?:tudo|a notícia completa)|saiba mais|lees (?:verder|meer)|читать (?:далее|дальше|полностью)|подробнее|czytaj (?:dalej|więcej)|devamını oku|läs mer|les mer|læs mere|lue lisää|celý článek|baca selengkapnya|阅读更多|もっと見る|続きを読む)(?: here)?\s*(?:[»›→…]|>>|\.{3}|\[…\])?$",
        why: "leads to the full text or to more of it",
        example: "Continue reading →",
    },
    CleaningRule {
        id: "contents",
        place: Scope::Line,
        pattern: r"(?i)^(?:in this (?:article|story|post|guide)|(?:table of )?contents|jump to(?: section)?|on this page|(?:in diesem|in dem) (?:artikel|beitrag)|inhaltsverzeichnis|(?:dans|sommaire de) cet article|sommaire|en (?:este|esta) (?:artículo|nota|noticia)|índice(?: de contenidos?)?|neste artigo|in questo articolo|indice(?: dei contenuti)?|(?:в этой статье|содержание)|in dit artikel|inhoudsopgave|w tym (?:artykule|tekście)|spis treści|bu (?:haberde|yazıda)|içindekiler|i (?:den här|denne) artik(?:eln|el(?:en)?)|daftar isi)\s*:?$",
        why: "heads the list of the article's own headings",
        example: "In this article",
    },
    CleaningRule {
        id: "tags",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:tags|tagged(?: (?:with|in|as))?|filed under|categor(?:y|ies)|topics?|related topics|keywords?|more about|in this (?:article|story)|schlagwörter|schlagworte|themen|mots[- ]clés|étiquettes|thèmes|etiquetas|temas|palabras clave|tópicos|assuntos|argomenti|темы|теги|标签|キーワード)\s*[:：].+|tags?|#[^\s#,]+(?:[\s,]+#[^\s#,]+)*)$",
        why: "files the article under keywords",
        example: "Tags: Norway, Oslo",
    },
    CleaningRule {
        id: "post-navigation",
        place: Scope::Edge,
        pattern: r"(?i)^(?:[«‹←<]\s*)?(?:previous|next|older|newer|prev)(?: (?:post|article|story|page|entry)s?)?(?:\s*[»›→>])?$",
        why: "leads to the article before or after",
        example: "Previous Post",
    },
    CleaningRule {
        id: "skip-link",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:skip|jump) to (?:main |the )?(?:content|navigation|footer|comments|search)|back to (?:top|home(?:page)?|news|all news|article)|go to (?:top|home(?:page)?|content)|(?:toggle|open|close|show|hide) (?:the )?(?:navigation|menu|search|sidebar)|zum inhalt(?: springen)?|nach oben|aller au contenu|(?:saltar|ir|pular) (?:al contenido|para o conteúdo)|вернуться назад)$",
        why: "a link that leads around the page",
        example: "Skip to main content",
    },
    CleaningRule {
        id: "breadcrumb",
        place: Scope::Head,
        pattern: r"(?i)^(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|главная|beranda|首页)(?:\s*[/>»›→|·•]\s*[^/>»›→|·•]+){1,6}$",
        why: "shows the way through the site to this page",
        example: "Home » World » The ministers meet",
    },
    CleaningRule {
        id: "reading-time",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:(?:estimated )?(?:reading|read) time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|время чтения)\s*:?\s*(?:approx\.? |ca\. )?\d{1,2}\s?[-–]?\s?(?:min(?:ute|uten|utes|uti|utos)?s?|мин)\.?|\d{1,2}\s?[-–]?\s?(?:min(?:ute|uten|utes|uti|utos)?s?|мин)\.? (?:read(?:ing)?(?: time)?|to read|lesezeit|de lecture|de lectura|di lettura|de leitura|чтения)|lecture \d{1,2} min\.?)$",
        why: "says how long the article takes to read",
        example: "5 min read",
    },
    CleaningRule {
        id: "player",
        place: Scope::Edge,
        pattern: r"(?i)^(?:listen(?: (?:to (?:this|the) (?:article|story|post)|now|here))?(?:\s*[(·|–-]?\s*\d{1,2}(?::\d{2}| min(?:ute)?s?)\)?)?|(?:play|pause|mute|unmute|stop)(?: (?:audio|video))?|watch (?:live|now|(?:the )?video)|audio (?:article|version|player)|text[- ]to[- ]speech|(?:click|tap) to (?:enlarge|expand|play|view|listen|unmute)|\d{1,2}:\d{2}\s?/\s?\d{1,2}:\d{2}|artikel anhören|(?:den )?artikel vorlesen|écouter (?:cet |l['’])article|escuchar(?: (?:este artículo|la noticia))?|ouvir (?:o )?(?:artigo|texto)|ascolta (?:l['’]|questo )articolo)$",
        why: "the buttons of a player",
        example: "Listen to this article",
    },
    CleaningRule {
        id: "page-buttons",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:(?:text|font)[ -]?size:?|(?:increase|decrease|reset|larger|smaller|bigger) (?:text|font)(?: size)?|small(?:er)?|medium|larg(?:e|er)|a ?[+-]|a a a?|aa|print(?: (?:this|page|article|story|this (?:page|article|story)))?|pdf|translate|dark mode|light mode|(?:log|sign) ?(?:in|up|out)|register|my account|save (?:article|story|for later)|bookmark this|report|bookmark)(?:[\s|/,·•]+|$))+$",
        why: "buttons for the size of the text, print and the like",
        example: "Text size A- A+",
    },
    CleaningRule {
        id: "time-note",
        place: Scope::Edge,
        pattern: r"(?i)^(?:(?:(?:first |originally |last )?(?:published|posted|updated|modified|edited)(?: on| at)?\s*[:|-]?\s*)?(?:(?:about |over )?\d{1,2} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago|just now|yesterday|an hour ago|a day ago)|(?:first |originally |last )(?:published|posted|updated|modified)(?: on| at)?\s*[:|-]?|(?:published|posted|updated)(?: on| at)?\s*[:|-]?)$",
        why: "says when, without a date that could be read",
        example: "Updated 3 hours ago",
    },
    CleaningRule {
        id: "subscribe-box",
        place: Scope::Edge,
        pattern: concat!(
            r"(?i)^(?:subscribe|sign up|follow us|join us|get our newsletter|(?:our )?newsletters?|stay (?:connected|informed|updated|up to date)|become a (?:member|subscriber|supporter)|support us|donate(?: now)?|(?:enter )?your e-?mail(?: address)?|e-?mail address",
            r"|abonnieren|newsletter abonnieren|s['’]abonner|s['’]inscrire|suscríbe(?:te|ase)|assine|inscreva-se|iscriviti|подпи(?:саться|сывайтесь)|berlangganan|订阅)",
            r"(?: (?:now|today|here|free|for|to|on|our|us|the|your|daily|weekly|morning|evening|breaking|news|newsletters?|updates?|alerts?|channel|podcast|feed|e-?mails?|and|via|by|with|&|facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin))*\s*[.!:»›→]*$",
        ),
        why: "asks the reader to subscribe",
        example: "Subscribe to our newsletter",
    },
    CleaningRule {
        id: "reader-comments",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:(?:\d[\d.,]*|an?|one) (?:reader |user )?",
            commented!(),
            r"(?: (?:on|to|sur|zu|sobre|su) .+)?|(?:(?:view|show|read|see|all|top|reader|readers['’]|user|your|recent|latest) )*",
            commented!(),
            r"(?:\s*[:(\[]?\s*\d[\d.,]*\s*[)\]]?)?|(?:what )?(?:our )?readers (?:say|said|respond|react|write)|what (?:you|readers) (?:say|said|think)|have your say|your (?:say|views|thoughts)|(?:the )?(?:conversation|discussion)(?:\s*\(\d+\))?|comments? section",
            r"|leser(?:kommentare|meinungen|stimmen)|(?:ihre|eure) meinung|diskussion|diskutieren sie mit|(?:vos|les) réactions|les lecteurs réagissent|(?:los )?lectores opinan|(?:la )?opinión de los lectores|opinião do leitor|i lettori scrivono|обсуждение|мнения читателей|dyskusja|okur yorumları|tartışma)\s*:?$"
        ),
        why: "heads what readers wrote under the article, which goes to the end of the text",
        example: "3 Comments",
    },
    CleaningRule {
        id: "teaser",
        place: Scope::Shape,
        pattern: "",
        why: "headlines of other articles, each with its own link to read more",
        example: "Ferry fares to rise",
    },
    CleaningRule {
        id: "contact-box",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^(?:(?:(?:press|media|further|more|additional) )?(?:contacts?|enquiries|inquiries|information|info)(?: (?:person|details|information|for (?:media|press)))?|(?:presse|medien|ihre? )?-?(?:kontakt(?:e|daten)?|ansprechpartner(?:in|innen)?|rückfragen)|(?:weitere(?:s|r)?|weiterführende|nähere|mehr|zusätzliche) (?:infos?|informationen|links?|links zum thema)|zusatzinformationen|original(?:publikation|arbeit|veröffentlichung|publication| (?:publication|paper|study))",
            r"|(?:plus d['’])?informations?(?: complémentaires)?|contacts? presse|pour en savoir plus|(?:más|mayor) información|contactos?|maggiori informazioni|per informazioni|contatti|contatti stampa|mais informações|contatos?|meer informatie|contact(?:personen|gegevens)|więcej informacji|kontakt dla mediów|контакты(?: для прессы)?|дополнительная информация)\s*:?$",
        ),
        why: "heads the contacts and links behind a text",
        example: "Press contact:",
    },
    CleaningRule {
        id: "contact-line",
        place: Scope::Tail,
        pattern: concat!(
            r"(?i)^[(\[]?(?:\S+@\S+\.[a-z]{2,}|(?:(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|linkedin|threads|t)\.(?:com|net|me)/\S+|@\w{2,30})(?:[\s,|·]+(?:(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|linkedin|threads|t)\.(?:com|net|me)/\S+|@\w{2,30}))*",
            r"|(?:contact|reach|e-?mail|write to|follow|tweet|kontakt(?: zur redaktion| zum autor| zur autorin)?|schreiben sie(?: uns| an)?|contacte[rz]?|écrivez|contacto|contacta|escríb[ae](?:nos)?|contatt[oai]|scriv[ie]|contato|escreva|пишите|контакты|contacteer|mail|napisz|kontakt do autora|iletişim)\b[^.!?]*?(?:\S+@\S+|@\w{2,30}|(?:twitter|x|facebook|instagram|linkedin)\.com/\S+)[^.!?]*)[)\]]?\.?$"
        ),
        why: "says how to reach who wrote the text",
        example: "Contact Ada Lind at ada@example.org",
    },
    CleaningRule {
        id: "subscribe-line",
        place: Scope::Tail,
        pattern: r"(?i)^(?:subscribe to|sign up (?:to|for)|follow|join|support|download|get) (?:us|our|the|\S+)\b.*(?:newsletter|updates|alerts|channel|app|on (?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|google news))\b.*$|^(?:subscribe to|support (?:our|independent)) .*$",
        why: "asks the reader to subscribe; stands after the text",
        example: "Subscribe to Example Weekly",
    },
];
