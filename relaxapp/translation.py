"""The one door to gettext: every word a person reads goes through `_` or `ngettext`."""

import gettext
from pathlib import Path

_catalogue = gettext.translation("relaxapp", Path(__file__).with_name("locale"), fallback=True)

_ = _catalogue.gettext
ngettext = _catalogue.ngettext
