"""The areas as a person reads them in lists, and those offered to be left out."""

from relaxapp.translation import _


def offered_areas() -> dict[str, str]:
    """The areas one can leave out or only let go, by their name in scripts, in the order of the body."""
    return {
        "forehead": _("forehead"),
        "eyes": _("eyes"),
        "mid-face": _("cheeks and nose"),
        "mouth": _("mouth and tongue"),
        "jaw": _("jaw"),
        "neck": _("neck and throat"),
        "left shoulder": _("left shoulder"),
        "right shoulder": _("right shoulder"),
        "left arm": _("left arm, all of it"),
        "left hand": _("left hand"),
        "right arm": _("right arm, all of it"),
        "right hand": _("right hand"),
        "chest": _("chest"),
        "upper back": _("upper back"),
        "lower back": _("lower back"),
        "abdomen": _("belly"),
        "pelvis": _("pelvis"),
        "hips": _("hips"),
        "buttocks": _("buttocks"),
        "left leg": _("left leg, all of it"),
        "left knee": _("left knee"),
        "left foot": _("left foot"),
        "right leg": _("right leg, all of it"),
        "right knee": _("right knee"),
        "right foot": _("right foot"),
    }
