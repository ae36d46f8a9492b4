"""The places where copy is read: their fields, the limits of each and where a limit comes from.

A limit is checked by the rules of family CHN, promised to the model in the prompt and kept by the composer; all three read it here.
Lengths are counted after NFC normalisation, spaces and punctuation included. `characters` counts code points; `width` counts an East
Asian wide character as two (Google Ads); `gsm7` counts the septets that an SMS fills; `x` counts as X does, a link as 23 and an emoji as two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from pydantic import BaseModel, ConfigDict

from copilot.errors import UnknownChannel
from copilot.language import gsm7

Counting = Literal["characters", "width", "gsm7", "x"]
READ_ON = "2026-11-21"

_LINK = re.compile(r"https?://\S{1,2000}|\bwww\.\S{1,2000}|\b[\w-]{1,63}\.(?:com|fr|org|net|eu|io|co\.uk|shop|example)\b(?:/\S{0,2000})?", re.IGNORECASE)
_JOINED = re.compile("[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|(?<=\u200d).|(?<=[\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff]")
"""What adds nothing to the emoji before it: joiners, skin tones, the second letter of a flag."""


class Field(BaseModel):
    """One field of a channel. A field with `most` > 1 is numbered in a draft: `headline_1`, `headline_2` ..."""

    model_config = ConfigDict(frozen=True)

    name: str
    limit: int | None = None
    """Longest text that the place accepts, in characters; None if it sets none."""
    shown: int | None = None
    """Characters that a reader sees before the place cuts the text; None if it cuts by no fixed length."""
    least: int = 1
    most: int = 1
    counting: Counting = "characters"
    words: tuple[int, int] | None = None
    """Usual length, in words, for fields that are prose."""

    def length(self, text: str) -> int:
        """Length of `text` as this place counts it."""
        composed = unicodedata.normalize("NFC", text)
        if self.counting == "characters":
            return len(composed)
        if self.counting == "gsm7":
            return gsm7.measure(composed).septets
        if self.counting == "x":
            composed = _JOINED.sub("", _LINK.sub("x" * 23, composed))
            return sum(
                1 if char <= "\u10ff" or "\u2000" <= char <= "\u200d" or "\u2010" <= char <= "\u201f" or "\u2032" <= char <= "\u2037" else 2
                for char in composed
            )
        return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in composed)

    def keys(self, count: int | None = None) -> tuple[str, ...]:
        """The keys of this field in a draft; `count` of them (default `most`) if it is numbered."""
        if self.most == 1:
            return (self.name,)
        return tuple(f"{self.name}_{number}" for number in range(1, (count or self.most) + 1))


class Source(BaseModel):
    """Where a limit comes from."""

    model_config = ConfigDict(frozen=True)

    title: str
    address: str
    read_on: str = READ_ON


class Channel(BaseModel):
    """A place where copy is read."""

    model_config = ConfigDict(frozen=True)

    name: str
    title: dict[str, str]
    fields: tuple[Field, ...]
    sources: tuple[Source, ...]
    other_names: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ("draft",)
    """Kinds of piece that are written differently; each has a prompt of its own, `prompts/<channel>/<purpose>`."""
    paired: tuple[str, ...] = ()
    """Fields of which there must be equally many, such as questions and answers."""

    def field(self, key: str) -> Field | None:
        """The field that the draft's `key` belongs to (`headline_3` -> headline), or None."""
        base = field_name(key)
        return next((field for field in self.fields if field.name == base), None)

    def takes(self, key: str) -> bool:
        """Whether a draft for this channel may hold `key`: `headline_3`, but neither `headline_99` nor `body_2`."""
        field = self.field(key)
        return field is not None and (key in field.keys() or key == field.name)  # noqa: SIM118 - a method of ours: the keys a numbered field has

    @property
    def listing(self) -> str:
        """The keys of its fields as a person is told them: `headline_1 ... headline_15, description_1 ...`."""
        return ", ".join(field.name if field.most == 1 else f"{field.keys()[0]} ... {field.keys()[-1]}" for field in self.fields)


def field_name(key: str) -> str:
    """`headline_3` -> `headline`; a key without a number is returned as it is."""
    return re.sub(r"_\d{1,2}$", "", key)


_GOOGLE = (
    Source(
        title="Google Ads API, Responsive search ads",
        address="https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview",
    ),
    Source(
        title="Adobe Advertising, Google responsive search ad settings",
        address="https://experienceleague.adobe.com/en/docs/advertising/ad-settings-google-rsa",
    ),
)
_GOOGLE_ASSETS = (
    Source(title="About text assets for Performance Max", address="https://support.google.com/google-ads/answer/14528373"),
    Source(
        title="Google Ads API, DemandGenMultiAssetAdInfo",
        address="https://developers.google.com/google-ads/api/reference/rpc/v20/DemandGenMultiAssetAdInfo",
    ),
    Source(title="Google Ads character limits", address="https://wordcountertool.net/blog/google-ads-character-limits"),
)
_MICROSOFT = (
    Source(
        title="Microsoft Advertising, ResponsiveSearchAd",
        address="https://learn.microsoft.com/en-us/advertising/campaign-management-service/responsivesearchad",
    ),
)
_META = (
    Source(title="Meta ad copy specs", address="https://adsuploader.com/blog/meta-ad-copy-specs"),
    Source(
        title="Facebook and Instagram ads character limits",
        address="https://lettercounter.org/blog/facebook-instagram-ads-character-limits",
    ),
)
_LINKEDIN = (
    Source(title="LinkedIn help, Sponsored content specifications", address="https://www.linkedin.com/help/lms/answer/a426534"),
    Source(title="LinkedIn ads character limits", address="https://lettercounter.org/blog/linkedin-ads-character-limits"),
)
_TIKTOK = (Source(title="TikTok, Global App Bundle image ad specifications", address="https://ads.tiktok.com/help"),)
_X = (Source(title="X, Counting characters", address="https://docs.x.com/fundamentals/counting-characters"),)
_PINTEREST = (Source(title="Pinterest ads character limits", address="https://lettercounter.org/blog/pinterest-ads-character-limits"),)
_CHATGPT = (Source(title="OpenAI, Bulk upload campaign schema checklist", address="https://help-lb.openai.com/en/articles/20001218"),)
_EMAIL = (
    Source(
        title="Mailchimp content style guide; clients cut by width, there is no official limit",
        address="https://github.com/mailchimp/content-style-guide",
    ),
)
_SMS = (
    Source(title="GSM 03.38 to Unicode", address="https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT"),
    Source(title="SMSenvoi, STOP SMS publicitaire", address="https://www.smsenvoi.com/blog/comment-stop-sms-publicitaire"),
)
_PUSH = (Source(title="General practice: what phones show of a notification, not verified against a text", address=""),)
_SEO = (
    Source(title="Meta description checker", address="https://findbest.tools/seo/meta-description-checker"),
    Source(title="SERP snippet preview", address="https://jwatte.com/blog/blog-tool-serp-snippet-preview"),
)
_OWN = (Source(title="Our own: a page of one's own has no limit; lengths are what we promise the model", address=""),)

_TITLE = Field(name="title", limit=150, shown=60)
_META_DESCRIPTION = Field(name="meta_description", limit=320, shown=155)
_SLUG = Field(name="slug", limit=75)
_H1 = Field(name="h1", limit=120, shown=70)
_BUSINESS_NAME = Field(name="business_name", limit=25, least=0, counting="width")

CHANNELS: tuple[Channel, ...] = (
    Channel(
        name="google_rsa",
        title={"en": "Google responsive search ad", "fr": "Annonce responsive Google"},
        fields=(
            Field(name="headline", limit=30, least=3, most=15, counting="width"),
            Field(name="description", limit=90, least=2, most=4, counting="width"),
            Field(name="path", limit=15, least=0, most=2, counting="width"),
        ),
        sources=_GOOGLE,
        other_names=("rsa", "google_ads", "google", "search_ad", "google_search", "ad", "ads"),
    ),
    Channel(
        name="google_pmax",
        title={"en": "Google Performance Max", "fr": "Google Performance Max"},
        fields=(
            Field(name="headline", limit=30, least=3, most=15, counting="width"),
            Field(name="long_headline", limit=90, least=1, most=5, counting="width"),
            Field(name="description", limit=90, least=3, most=5, counting="width"),
            _BUSINESS_NAME,
        ),
        sources=_GOOGLE_ASSETS,
        other_names=("pmax", "performance_max"),
    ),
    Channel(
        name="google_display",
        title={"en": "Google responsive display ad", "fr": "Annonce display responsive Google"},
        fields=(
            Field(name="headline", limit=30, least=1, most=5, counting="width"),
            Field(name="long_headline", limit=90, counting="width"),
            Field(name="description", limit=90, least=1, most=5, counting="width"),
            _BUSINESS_NAME,
        ),
        sources=_GOOGLE_ASSETS,
        other_names=("display", "gdn", "banner"),
    ),
    Channel(
        name="google_demand_gen",
        title={"en": "Google Demand Gen ad", "fr": "Annonce Google Demand Gen"},
        fields=(
            # 40 on help pages, 30 in the API reference: the longer one is the certain limit.
            Field(name="headline", limit=40, least=1, most=5, counting="width"),
            Field(name="description", limit=90, least=1, most=5, counting="width"),
            _BUSINESS_NAME,
        ),
        sources=_GOOGLE_ASSETS,
        other_names=("demand_gen", "discovery_ad", "youtube_demand_gen"),
    ),
    Channel(
        name="google_assets",
        title={"en": "Google ad assets (sitelinks, callouts)", "fr": "Composants d'annonce Google (liens annexes, accroches)"},
        fields=(
            Field(name="sitelink", limit=25, least=0, most=8, counting="width"),
            Field(name="sitelink_line", limit=35, least=0, most=16, counting="width"),
            Field(name="callout", limit=25, least=0, most=10, counting="width"),
            Field(name="snippet", limit=25, least=0, most=10, counting="width"),
        ),
        sources=_GOOGLE_ASSETS,
        other_names=("sitelinks", "callouts", "ad_extensions", "extensions"),
    ),
    Channel(
        name="microsoft_rsa",
        title={"en": "Microsoft responsive search ad", "fr": "Annonce responsive Microsoft"},
        fields=(
            Field(name="headline", limit=30, least=3, most=15, counting="width"),
            Field(name="description", limit=90, least=2, most=4, counting="width"),
            Field(name="path", limit=15, least=0, most=2, counting="width"),
        ),
        sources=_MICROSOFT,
        other_names=("microsoft", "microsoft_ads", "bing", "bing_ads"),
    ),
    Channel(
        name="meta_ad",
        title={"en": "Meta ad", "fr": "Publicité Meta"},
        fields=(
            Field(name="primary_text", limit=2200, shown=125),
            Field(name="headline", limit=255, shown=40),
            Field(name="description", limit=255, shown=30),
        ),
        sources=_META,
        other_names=("meta", "facebook", "facebook_ad", "instagram", "instagram_ad", "social", "social_ad"),
    ),
    Channel(
        name="linkedin_ad",
        title={"en": "LinkedIn ad", "fr": "Publicité LinkedIn"},
        fields=(
            Field(name="intro", limit=600, shown=150),
            Field(name="headline", limit=200, shown=70),
            Field(name="description", limit=300, shown=100, least=0),
        ),
        sources=_LINKEDIN,
        other_names=("linkedin", "linkedin_post"),
    ),
    Channel(
        name="linkedin_message",
        title={"en": "LinkedIn message ad", "fr": "Message sponsorisé LinkedIn"},
        fields=(Field(name="subject", limit=60), Field(name="body", limit=1500, words=(60, 180))),
        sources=_LINKEDIN,
        other_names=("inmail", "sponsored_inmail"),
    ),
    Channel(
        name="tiktok_ad",
        title={"en": "TikTok ad", "fr": "Publicité TikTok"},
        fields=(Field(name="text", limit=100, counting="width"), Field(name="brand_name", limit=20, least=0, counting="width")),
        sources=_TIKTOK,
        other_names=("tiktok",),
    ),
    Channel(
        name="x_post",
        title={"en": "X post", "fr": "Post X"},
        fields=(Field(name="text", limit=280, counting="x"), Field(name="card_title", limit=70, least=0)),
        sources=_X,
        other_names=("x", "twitter", "tweet", "x_ad"),
    ),
    Channel(
        name="pinterest_ad",
        title={"en": "Pinterest ad", "fr": "Publicité Pinterest"},
        fields=(Field(name="title", limit=100, shown=40), Field(name="description", limit=800)),
        sources=_PINTEREST,
        other_names=("pinterest", "pin"),
    ),
    Channel(
        name="chatgpt_ad",
        title={"en": "ChatGPT ad", "fr": "Publicité ChatGPT"},
        fields=(Field(name="title", limit=50, shown=24), Field(name="text", limit=100, shown=48)),
        sources=_CHATGPT,
        other_names=("chatgpt", "openai_ad"),
    ),
    Channel(
        name="email",
        title={"en": "E-mail", "fr": "E-mail"},
        fields=(
            Field(name="subject", limit=150, shown=60),
            Field(name="preheader", limit=200, shown=110),
            Field(name="body", words=(60, 180)),
            Field(name="call_to_action", limit=60, shown=30),
        ),
        sources=_EMAIL,
        other_names=("e-mail", "mail", "newsletter"),
        purposes=("draft", "newsletter", "promotion", "cart_reminder", "win_back"),
    ),
    Channel(
        name="sms",
        title={"en": "SMS", "fr": "SMS"},
        fields=(Field(name="text", shown=160, counting="gsm7"),),
        sources=_SMS,
        other_names=("text_message", "texto"),
    ),
    Channel(
        name="push",
        title={"en": "Push notification", "fr": "Notification push"},
        fields=(Field(name="title", limit=100, shown=40), Field(name="body", limit=178, shown=120)),
        sources=_PUSH,
        other_names=("push_notification", "notification"),
    ),
    Channel(
        name="seo_page",
        title={"en": "SEO page", "fr": "Page SEO"},
        fields=(
            _TITLE,
            _META_DESCRIPTION,
            _SLUG,
            _H1,
            Field(name="outline", least=2, most=10, limit=90),
            Field(name="opening", words=(50, 130)),
        ),
        sources=_SEO,
        other_names=("seo", "web", "page"),
    ),
    Channel(
        name="landing_page",
        title={"en": "Landing page", "fr": "Page d'atterrissage"},
        fields=(
            Field(name="headline", limit=120, shown=70),
            Field(name="subheading", limit=200, least=0),
            Field(name="body", words=(80, 300)),
            Field(name="call_to_action", limit=60, shown=30),
        ),
        sources=_OWN,
        other_names=("landing", "lp"),
    ),
    Channel(
        name="product_page",
        title={"en": "Product page", "fr": "Fiche produit"},
        fields=(_TITLE, _META_DESCRIPTION, Field(name="description", words=(50, 200))),
        sources=_SEO,
        other_names=("product", "product_description", "product_sheet", "fiche_produit"),
    ),
    Channel(
        name="article",
        title={"en": "Article", "fr": "Article"},
        fields=(_TITLE, _META_DESCRIPTION, _SLUG, _H1, Field(name="body", words=(300, 1200))),
        sources=_SEO,
        other_names=("blog", "blog_post", "blog_article"),
    ),
    Channel(
        name="faq",
        title={"en": "FAQ", "fr": "FAQ"},
        fields=(Field(name="question", limit=120, least=1, most=12), Field(name="answer", least=1, most=12, words=(20, 80))),
        sources=_OWN,
        other_names=("questions",),
        paired=("question", "answer"),
    ),
)

_BY_NAME = {name: channel for channel in CHANNELS for name in (channel.name, *channel.other_names)}


def find_channel(name: str, where: str = "") -> Channel:
    """The channel called `name`, by its own or a usual other name; case, spaces and hyphens do not matter.

    Raises: UnknownChannel, which says `where` it was asked for.
    """
    wanted = re.sub(r"[\s-]+", "_", name.strip().lower())
    channel = _BY_NAME.get(wanted) or _BY_NAME.get(wanted.replace("_", "-"))
    if channel is None:
        known = ", ".join(channel.name for channel in CHANNELS)
        raise UnknownChannel(channel=name, known=known, where=where)
    return channel
