"""A Piper voice of a few kilobytes, made here: a tone for each letter, as long as Piper asks for."""

import json
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzɐɑɒæəɛɜɪɔʊʌðŋɹʃθʒːˈˌ .,;:!?ɡɾɚ"
RATE = 22_050
FRAMES_A_LETTER = 800


def tiny_piper(folder: Path, name: str = "tiny") -> Path:
    """Write the model and its configuration; gives the model."""
    import onnx
    from onnx import TensorProto, helper

    value, tensor = helper.make_tensor_value_info, helper.make_tensor
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["scales", "second"], ["slowness"]),
            helper.make_node("Mul", ["slowness", "letter"], ["length"]),
            helper.make_node("Range", ["zero", "length", "one"], ["frames"]),
            helper.make_node("Mul", ["frames", "step"], ["tone"]),
            helper.make_node("Cast", ["input"], ["numbers"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["numbers", "axis"], ["column"]),
            helper.make_node("Mul", ["column", "tone"], ["phases"]),
            helper.make_node("Sin", ["phases"], ["tones"]),
            helper.make_node("Mul", ["tones", "volume"], ["soft"]),
            helper.make_node("Reshape", ["soft", "shape"], ["output"]),
        ],
        "tiny",
        [
            value("input", TensorProto.INT64, [1, None]),
            value("input_lengths", TensorProto.INT64, [1]),
            value("scales", TensorProto.FLOAT, [3]),
        ],
        [value("output", TensorProto.FLOAT, None)],
        [
            tensor("axis", TensorProto.INT64, [1], [2]),
            tensor("second", TensorProto.INT64, [], [1]),
            tensor("letter", TensorProto.FLOAT, [], [FRAMES_A_LETTER]),
            tensor("zero", TensorProto.FLOAT, [], [0]),
            tensor("one", TensorProto.FLOAT, [], [1]),
            tensor("step", TensorProto.FLOAT, [], [0.002]),
            tensor("volume", TensorProto.FLOAT, [1], [0.3]),
            tensor("shape", TensorProto.INT64, [4], [1, 1, 1, -1]),
        ],
    )
    model = folder / f"{name}.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), str(model))
    ids = {"_": [0], "^": [1], "$": [2], **{letter: [place + 3] for place, letter in enumerate(LETTERS)}}
    configuration = {
        "audio": {"sample_rate": RATE},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "num_symbols": 256,
        "num_speakers": 1,
        "phoneme_id_map": ids,
    }
    model.with_name(f"{name}.onnx.json").write_text(json.dumps(configuration))
    return model
