/// The words of class names and ids that tell what an element holds. `-` is a border: `-ad-` is the word and no part of one.
enum HintWords {
  static let all: [(Hints, String)] = [
    (
      .articleBody,
      """
      -articlebody -article-body -article-content- -articlecontent -article-text -articletext -story-body -storybody
      -story-content -storycontent -entry-content -entrycontent -post-content -postcontent -post-body -postbody -post-text
      -post-entry -main-content-body -body-content -body-copy -bodycopy -body-text -bodytext -content-body -contentbody
      -article-main- -articlemain- -article-copy -text-body -textbody -news-text -newstext -news-body -richtext -rich-text
      -wysiwyg- -field-name-body -field-body -blogpost-body -single-content -page-content-body
      """
    ),
    (
      .content,
      "article -body- -content- -entry- -main- -post- -posts- -story- -text- hentry blog- -page- shadow column",
    ),
    (.blogPost, "-hentry- -type-post- -type-page- -status-publish-"),
    (.quoted, "-twitter-tweet -instagram-media -fb-post -tiktok-embed"),
    (
      .navigation,
      """
      -nav- -nav navigation navbar -menu- -menus- -mainmenu -submenu -topmenu -megamenu breadcrumb -crumbs- -pager- paginat
      -paging -pagenav -skip- -skip-link -toc- -table-of-contents -sitemap -toolbar- -jump-to -quicklinks -linklist
      -link-list -subnav -topnav -tabs-nav -prev-next -nextprev -next-prev -post-navigation -page-links -pagelinks
      """
    ),
    (
      .share,
      """
      -share- -shares- -sharing -share -sharebar -sharedaddy -socialshare -social- -social -socials- -addthis -addtoany
      -followus -follow-us -follow- -follow-me -shariff -sharethis -sharer -jp-relatedposts-share -facebook- -twitter-
      -whatsapp- -pinterest- -flattr -like-button -likebutton -fb-like -tweet-button -bookmark- -bookmarks-
      -article-tools -articletools -story-tools -print- -printer -email-this -emailthis -send-to-friend
      """
    ),
    (
      .comments,
      """
      -comments -comment-list -commentlist -comment-form -commentform -comment-respond -comment-area -comment-section
      -comment-thread -respond- -disqus -discussion -discuss- -kommentare -kommentar -reader-comments -leserkommentare
      -livefyre -comentarios -commentaires -reacties -fb-comments -post-comment -pingback -trackback -talkback -leserbrief
      """
    ),
    (.comment, "-comment- -comment-body -comment-content -commentary- -reply- -replies-"),
    (
      .related,
      """
      related -recommend -readmore- -read-more -read-also -readnext -read-next -more-from -morefrom -more-news -more-stories
      -more-on- -mostread -most-read -most-popular -mostpopular -popular- -trending -alsolike -also-like -you-may -youmay
      -yarpp -outbrain -taboola -teaser -teasers- -similar -suggest -further-reading -latest-news -latest-posts -recent-posts
      -recentposts -top-stories -topstories -weitere -mehr-zum -zum-thema -siehe-auch -see-also -artikelliste -up-next
      -more-articles -morearticles -linkbox -link-box -nextpost -next-post -previous-post -promo-list -ligatus -plista
      -crp-related -news-list -newslist -article-list -articlelist -post-list -headlines- -story-list -empfehlung
      """
    ),
    (
      .advertisement,
      """
      -ad- -ads- -adv- -advert -adbox -adslot -ad-slot -adsense -adwrap -ad-wrapper -adunit -ad-unit -adcontainer -dfp-
      -googlead -google-ad -gpt-ad -banner -banners- -sponsor -promo- -promos- -promotion -promoted -anzeige -anzeigen-
      -werbung -reklame -publicidad -publicite -affiliate -commercial- -billboard- -skyscraper -leaderboard- -dont-print
      -marketing- -buybox -buy-box -shop-box -shopping- -product-box
      """
    ),
    (
      .newsletter,
      """
      newsletter -subscribe -subscription -signup -sign-up -mailchimp -mc-embed -optin -opt-in- -email-form -abo- -abonnement
      -abobox -paywall- -regwall -metered -donate- -donation -membership-box -call-to-action -cta- -spenden -support-us
      """
    ),
    (
      .cookies, "cookie -consent -gdpr -privacy-notice -privacy-banner -legal- -disclaimer- -impressum- -onetrust"
    ),
    (
      .footer,
      "-footer -foot- -bottom- -colophon -copyright -copyrights- -site-info -page-footer -postmetadata -entry-utility"
    ),
    (
      .sidebar,
      """
      -sidebar -side-bar -rightbar -leftbar -rightcol -right-col -rightcolumn -right-column -leftcol -left-col- -aside- -rail-
      -right-rail -rightrail -extra- -extras- -marginal -secondary- -supplement -complementary -infobox- -info-box -infokasten
      """
    ),
    (
      .byline,
      """
      -byline -by-line -dateline- -pubdate -publish-date -published- -post-date -postdate -post-meta -postmeta -entry-meta
      -article-meta -articlemeta -meta- -metadata -meta-data -story-meta -posted-on -posted-by -entry-date -entry-info
      -post-info -postinfo -article-info -articleinfo -article-date -timestamp -time-stamp -creditline -updated- -lastmod
      -last-modified -date-time -reading-time -readtime -read-time
      """
    ),
    (.byname, "-byline -by-line -author -authors- -autor- -autoren- -writer-"),
    (
      .authorBox,
      "-author-box -authorbox -author-bio -author-info -about-author -about-the-author -saboxplugin -author-description -autor-box -autorenbox -post-author -author-card -autoreninfo",
    ),
    (
      .author,
      "-author -authors- -author-box -authorbox -author-bio -author-info -about-author -vcard -bio- -bio -biography -autor- -autoren- -contributor -writer-"
    ),
    (.date, "-date- -datum- -time-"),
    (
      .tags,
      "-tags- -tag- -taglist -tag-list -tagcloud -tag-cloud -taglinks -tag-links -categories- -category-list -cat-links -topics- -topic-list -keywords- -schlagworte -schlagwort -labels- -post-tags -posttags -entry-tags -article-tags -tagged-"
    ),
    (
      .caption,
      "-caption -captions- -wp-caption-text -image-caption -img-caption -bildunterschrift -bildtext -photo-credit -image-credit -credit- -credits- -photocredit -copyright-image -media-caption -legende-"
    ),
    (
      .gallery,
      "-gallery -galleries- -slideshow -slide-show -carousel -slider -slick- -swiper -lightbox -owl- -bildergalerie -fotostrecke"
    ),
    (
      .hidden,
      "-hidden- -hide- -sr-only -screen-reader -screenreader -visually-hidden -visuallyhidden -invisible- -d-none -noprint -no-print -print-only -noscript- -offscreen -element-invisible -clip-path -assistive"
    ),
    (
      .widget,
      "-widget- -widgets- -widget-area -textwidget -poll- -polls- -survey -quiz- -rating -ratings- -vote- -votes- -voting -countdown -weather -horoscope -calendar- -popup -pop-up -modal -overlay- -tooltip -lightbox -dialog- -jumplink -back-to-top -backtotop -totop -feedback -widget"
    ),
    (
      .header,
      "-header- -masthead -page-header -site-header -topbar -top-bar -branding -logo- -site-title -site-name -head-"
    ),
    (
      .login,
      "-login -log-in -signin -sign-in -register- -registration -anmelden -search- -searchform -search-form -suche- -account- -user-menu"
    ),
    (
      .title,
      "-headline- -title- -entry-title -post-title -article-title -articletitle -page-title -story-title -article-headline -titel-"
    ),
    (
      .spoken,
      """
      -sr-only -screen-reader -screenreader -visually-hidden -visuallyhidden -hidden-visually -element-invisible
      -show-for-sr
      """
    ),
    (.shown, "-not-sr-only -not-visually-hidden"),
    (.lineNumber, "-lineno- -linenos- -lnt- -line-number- -line-numbers- -linenumber- -linenumbers-"),
    (
      .captioned,
      """
      -image-description -imagedescription -img-description -image-source-caption -media-legend -news-caption -pic-box
      -absatzbild -image-widget- -editor-img-box
      """
    ),
    (
      .unlikely,
      """
      -ad- banner breadcrumbs combx comment community cover-wrap disqus extra footer gdpr header legends menu related remark
      replies rss shoutbox sidebar skyscraper social sponsor supplemental agegate pagination pager popup yom-remote
      """
    ),
    (.likely, "and article body column content main mathjax shadow"),
    (.positive, "article body content entry main page pagination post text blog story"),
    (
      .negative,
      """
      -ad- hidden -hid- banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll share
      shoutbox sidebar skyscraper sponsor shopping tags widget
      """
    ),
    (.shareElement, "-share- -sharedaddy-"),
    (.bylineName, "byline author dateline writtenby"),
    (
      [.discarded, .discardedID],
      "-shar social viral newsletter syndication cookie tags sidebar banner breadcrumb bread-crumb button author"
    ),
    (.discardedID, "-jp- dpsp-content bmdh footer share nav menu related message-container premium -ad-"),
    (
      .discarded,
      """
      -nav -post-nav zendeskform subnav navigation menu bar -ad- dfpad outbrain taboola criteo paidcontent paid-content
      widget footer byline share- sociable embed tag-list consent modal-content permission elated next- -stories
      most-popular more-on meta rating attachment timestamp user-info user-profile -icon article-infos message-container
      slide viewport overlay options expand obfuscated blurred
      """
    ),
    (
      .discardedAnywhere,
      "comments-title nocomments -reply- message akismet suggest-links -hide -hidden hide-print noprint notloaded"
    ),
    (.teaser, "teaser"),
    (.captionFrame, "caption"),
    (
      .frame,
      """
      post-text post-body postentry post-entry postcontent post-content post-inner-wrapper articletext article-text
      entry-content page-content text-content article-content art-content articlebody article-body body-text
      """
    ),
    (
      .storyFrame,
      """
      -primary story-body fulltext post-bodycopy storycontent story-content theme-content blog-content section-content
      single-content single-post main-column wpb-text-column field-body
      """
    ),
    (.contentFrame, "content-main content-body contentbody main-content page-content"),
  ]
}
