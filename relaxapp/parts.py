"""The real parts of the program. Here, and only here, they are chosen; nothing heavy is imported before it is
wanted."""

from typing import TYPE_CHECKING

from relaxapp import locations

if TYPE_CHECKING:
    from relaxapp.journal.settings import Settings
    from relaxapp.library.library import Library
    from relaxapp.practice.room import RoomParts
    from relaxapp.practice.services import Services
    from relaxapp.session import Studio
    from relaxapp.sound.microphone import Microphone
    from relaxapp.sound.player import Player
    from relaxapp.sound.voices.kept import KeptVoices
    from relaxapp.sound.voices.usual import VoiceChoice


def open_player(device: str = "") -> "Player":
    """The sound device of that name; empty for the usual one. Raises SoundError."""
    from relaxapp.sound.device import DevicePlayer

    return DevicePlayer(device)


def devices() -> tuple[str, ...]:
    """The names of the sound devices there are; none where no sound can be played."""
    from relaxapp.errors import SoundError
    from relaxapp.sound import portaudio

    try:
        return portaudio.devices()
    except SoundError:
        return ()


def open_microphone() -> "Microphone":
    """The computer's usual input; its device is opened with the first line."""
    from relaxapp.sound.microphone import DeviceMicrophone

    return DeviceMicrophone()


def silent_player() -> "Player":
    """A player on a silent clock."""
    from relaxapp.sound.clock_player import ClockPlayer

    return ClockPlayer()


def open_studio(choice: "VoiceChoice") -> "Studio":
    """A voice over its cache, and the beds."""
    from relaxapp.session import Studio
    from relaxapp.sound.voices.clip_cache import ClipCache
    from relaxapp.sound.voices.clips import Clips
    from relaxapp.sound.voices.usual import stand_in, usual_voice

    kept, spoken = kept_voices(), library().pronunciation().spoken
    cache = ClipCache(locations.clip_cache(), locations.private_clip_cache(), locations.private_key())
    return Studio(
        Clips(usual_voice(choice, kept, spoken=spoken), cache, stand_in(choice, kept), spoken),
        locations.shipped_audio(),
        locations.bed_cache(),
        choice.tuning.words_per_minute,
        locations.own_bed(),
    )


def kept_voices() -> "KeptVoices":
    """The voices that the person added."""
    from relaxapp.sound.voices.kept import KeptVoices

    return KeptVoices(locations.own_voices())


def library() -> "Library":
    """The practices; the journal stays closed."""
    from relaxapp.library.library import Library

    return Library(locations.shipped_scripts(), locations.own_scripts())


def settings() -> "Settings":
    """What the person chose, the usual without a journal; none is begun for it. JournalError."""
    from relaxapp.journal.opening import is_there, open_journal
    from relaxapp.journal.settings import Settings
    from relaxapp.practice.local_time import local_now

    file = locations.journal_file()
    if not is_there(file):
        return Settings()
    with open_journal(file, local_now()) as store:
        return store.settings()


def favourites() -> frozenset[str]:
    """The practices that the person marked; a journal is opened only where there is one. JournalError."""
    return settings().favourites


def choices() -> "Settings":
    """What the person chose, where only a page's paper hangs on it: the usual without a journal to read."""
    from relaxapp.errors import RelaxError
    from relaxapp.journal.settings import Settings

    try:
        return settings()
    except RelaxError:  # it is told of wherever the journal is wanted for itself
        return Settings()


def room(voice: str = "") -> "RoomParts":
    """What leading a room needs: no journal is opened, and none could be. `voice`: empty for the best."""
    from functools import cache

    from relaxapp.awake import stay_awake
    from relaxapp.led.log import LedLog
    from relaxapp.practice.local_time import local_now
    from relaxapp.practice.room import RoomParts
    from relaxapp.sound.voices.usual import VoiceChoice

    studio, player = cache(lambda: open_studio(VoiceChoice(voice))), cache(open_player)

    def close() -> None:
        if player.cache_info().currsize:
            player().close()
        if studio.cache_info().currsize:
            studio().clips.close()

    return RoomParts(
        library=library(),
        studio=studio,
        player=player,
        silent_player=silent_player,
        log=LedLog(locations.led_log()),
        hand_out_to=locations.handed_out(),
        stay_awake=stay_awake,
        now=local_now,
        close=close,
    )


def services() -> "Services":
    """All the real parts."""
    from relaxapp.journal.opening import open_journal
    from relaxapp.practice.local_time import local_now
    from relaxapp.practice.services import Services

    store = open_journal(locations.journal_file(), local_now())
    store.settle_unfinished()
    return Services(
        library=library(),
        store=store,
        voices=kept_voices(),
        open_studio=open_studio,
        open_player=open_player,
        open_microphone=open_microphone,
        silent_player=silent_player,
        devices=devices,
    )
