"""all-MiniLM-L6-v2 in PyTorch, from the ONNX file and vocabulary in langchain4j's jar, with thin matrices to teach."""
import io
import json
import math
import unicodedata
import zipfile

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, INNER, HEADS, LAYERS = 384, 1536, 12, 6
NAME = "all-minilm-l6-v2"
# The matrices of a layer, in the order in which the ONNX file numbers them, and where it keeps their biases.
MATRICES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
}


class Pieces:
    """WordPiece, as the bot's WordPieces has it."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.known = {}

    def __call__(self, text, most=128):
        numbers = [number for word in words(text) for number in self.of(word)][:most - 2]
        return [self.vocabulary["[CLS]"]] + numbers + [self.vocabulary["[SEP]"]]

    def of(self, word):
        if word not in self.known:
            self.known[word] = self.split(word)
        return self.known[word]

    def split(self, word):
        numbers, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start and self.piece(word, start, end) not in self.vocabulary:
                end -= 1
            if end == start:
                return [self.vocabulary["[UNK]"]]
            numbers.append(self.vocabulary[self.piece(word, start, end)])
            start = end
        return numbers

    @staticmethod
    def piece(word, start, end):
        return word[start:end] if start == 0 else "##" + word[start:end]


def is_sign(character):
    code = ord(character)
    ascii_sign = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_sign or unicodedata.category(character).startswith("P") or 0x4E00 <= code <= 0x9FFF


def words(text):
    spaced = []
    for character in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(character)
        if category == "Mn" or category.startswith("C") and character not in "\t\n\r":
            continue
        spaced.append(f" {character} " if is_sign(character) else character)
    return "".join(spaced).split()


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        for name in ("query", "key", "value", "output"):
            setattr(self, name, nn.Linear(WIDTH, WIDTH))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        query, key, value = (self.heads(matrix(x)) for matrix in (self.query, self.key, self.value))
        attention = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, -1)
        x = self.first(x + self.output((attention @ value).transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.second(x + self.narrow(functional.gelu(self.widen(x))))

    @staticmethod
    def heads(x):
        return x.view(*x.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)


class Taught(nn.Module):
    """A matrix that stays, plus the product of two thin ones that learn (low-rank adaptation, Hu et al. 2021)."""

    def __init__(self, matrix, rank, dropout):
        super().__init__()
        self.matrix = matrix
        self.first = nn.Parameter(torch.randn(rank, matrix.in_features) / math.sqrt(matrix.in_features))
        self.second = nn.Parameter(torch.zeros(matrix.out_features, rank))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return self.matrix(x) + self.dropout(x) @ self.first.T @ self.second.T


class Sentences(nn.Module):
    """Turns texts into directions of length one."""

    def __init__(self, jar):
        super().__init__()
        with zipfile.ZipFile(jar) as files:
            graph = onnx.load(io.BytesIO(files.read(NAME + ".onnx"))).graph
            self.pieces = Pieces(json.loads(files.read(NAME + "-tokenizer.json"))["model"]["vocab"])
        weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.names = sorted((name for name in weights if name.startswith("onnx::MatMul_")),
                            key=lambda name: int(name.split("_")[1]))
        if len(self.names) != LAYERS * len(MATRICES):
            raise ValueError(f"{jar}: {len(self.names)} matrices where {LAYERS * len(MATRICES)} were expected")
        self.take(weights)

    def take(self, weights):
        def embedding(name):
            return nn.Embedding.from_pretrained(torch.tensor(weights[f"embeddings.{name}_embeddings.weight"].copy()))

        def fill(layer, bias, matrix):
            layer.weight = nn.Parameter(torch.tensor(matrix.copy()))
            layer.bias = nn.Parameter(torch.tensor(weights[bias + ".bias"].copy()))

        self.word, self.position, self.kind = embedding("word"), embedding("position"), embedding("token_type")
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        fill(self.norm, "embeddings.LayerNorm", weights["embeddings.LayerNorm.weight"])
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        numbered = iter(self.names)
        for number, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{number}."
            for name, place in MATRICES.items():
                fill(getattr(layer, name), prefix + place, weights[next(numbered)].T)
            for norm, place in ((layer.first, "attention.output.LayerNorm"), (layer.second, "output.LayerNorm")):
                fill(norm, prefix + place, weights[prefix + place + ".weight"])

    def adapt(self, rank, dropout):
        """Freezes all that is there and puts what can learn beside each matrix."""
        for parameter in self.parameters():
            parameter.requires_grad = False
        for layer in self.layers:
            for name in MATRICES:
                setattr(layer, name, Taught(getattr(layer, name), rank, dropout))

    def lessons(self):
        """(name in the ONNX file, what was taught), in the file's order."""
        return zip(self.names, (getattr(layer, name) for layer in self.layers for name in MATRICES))

    def learning(self):
        return [parameter for parameter in self.parameters() if parameter.requires_grad]

    def forward(self, texts):
        pieces = [self.pieces(text) for text in texts]
        longest = max(map(len, pieces))
        ids = torch.tensor([one + [0] * (longest - len(one)) for one in pieces])
        mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in pieces])
        x = self.norm(self.word(ids) + self.position(torch.arange(longest))[None] + self.kind.weight[0])
        hidden = (1 - mask[:, None, None, :].float()) * -1e9
        for layer in self.layers:
            x = layer(x, hidden)
        return functional.normalize((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)

    def in_batches(self, texts, size):
        """Short ones with short ones, or most of the time would go into padding."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        directions = torch.cat([self([texts[i] for i in order[start:start + size]])
                                for start in range(0, len(order), size)])
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return directions[back]


def half(numbers):
    """The upper half of each float, rounded to even, big end first."""
    bits = np.ascontiguousarray(numbers, dtype="<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(">u2").tobytes()
