"""A layered drawing of a graph: nodes in columns, edges between columns led past the nodes of those in between.

Columns are given; within each the order is the one of several that crosses the fewest edges. Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

SWEEPS = 12
GAP = 14.0

Edge = tuple[str, str]
# A place where an edge passes a column it does not end in: a pair of the edge's number and the column's.
Bend = tuple[int, int]
Node = str | Bend


@dataclass(frozen=True, slots=True)
class Drawing:
    """The upper edge of each node, and the heights at which each edge passes the columns between its ends."""

    tops: Mapping[str, float]
    bends: Mapping[int, Sequence[tuple[int, float]]]
    height: float


def arranged(columns: Sequence[Sequence[str]], edges: Sequence[Edge], heights: Mapping[str, float]) -> Drawing:
    """Return a drawing of a graph; every end of an edge must stand in a column."""
    column_of = {name: index for index, column in enumerate(columns) for name in column}
    layers: list[list[Node]] = [list(column) for column in columns]
    links: list[tuple[Node, Node]] = []
    for number, edge in enumerate(edges):
        chain = chain_of(number, edge, column_of)
        for one in chain[1:-1]:
            if isinstance(one, tuple):
                layers[one[1]].append(one)
        links += pairwise(chain)
    ordered = fewest_crossings(layers, links)
    sizes: dict[Node, float] = {node: heights[node] if isinstance(node, str) else 0.0 for layer in ordered for node in layer}
    return drawing(ordered, placed(ordered, links, sizes), sizes, len(edges))


def chain_of(number: int, edge: Edge, column_of: Mapping[str, int]) -> list[Node]:
    """Return the ends of an edge with a bend for each column between them, in the direction of the edge."""
    first, last = column_of[edge[0]], column_of[edge[1]]
    step = 1 if first < last else -1
    return [edge[0], *((number, column) for column in range(first + step, last, step)), edge[1]]


def fewest_crossings(layers: list[list[Node]], links: list[tuple[Node, Node]]) -> list[list[Node]]:
    """Sort each layer by the middle of its neighbours, to and fro, and return the best order seen."""
    best, least = layers, crossings(layers, links)
    for sweep in range(SWEEPS):
        order = range(len(layers)) if sweep % 2 == 0 else range(len(layers) - 1, -1, -1)
        layers = [list(layer) for layer in layers]
        for index in order:
            ranks = {node: rank / len(layer) for layer in layers for rank, node in enumerate(layer)}
            layers[index] = sorted(layers[index], key=wishes(layers[index], links, ranks).__getitem__)
        found = crossings(layers, links)
        if found < least:
            best, least = layers, found
    return exchanged(best, links)


def exchanged(layers: list[list[Node]], links: list[tuple[Node, Node]]) -> list[list[Node]]:
    """Change the places of two neighbours in a layer as long as that helps."""
    least = crossings(layers, links)
    while better := next((one for one in exchanges(layers) if crossings(one, links) < least), None):
        layers, least = better, crossings(better, links)
    return layers


def exchanges(layers: list[list[Node]]) -> Iterator[list[list[Node]]]:
    """Yield the orders that change the places of two neighbours in a layer."""
    for index, layer in enumerate(layers):
        for at in range(len(layer) - 1):
            yield [*layers[:index], [*layer[:at], layer[at + 1], layer[at], *layer[at + 2 :]], *layers[index + 1 :]]


def wishes(layer: list[Node], links: list[tuple[Node, Node]], ranks: Mapping[Node, float]) -> dict[Node, float]:
    """Return where each node of a layer would stand; those that only know each other meet half way and do not change places."""
    found = {node: middle(node, links, ranks) for node in layer}
    lone = {node for node in layer if set(neighbours(node, links)) <= set(layer)}
    return {node: (wish + ranks[node]) / 2 if node in lone else wish for node, wish in found.items()}


def middle(node: Node, links: list[tuple[Node, Node]], ranks: Mapping[Node, float]) -> float:
    """Return the mean place of a node's neighbours, its own where it has none."""
    near = neighbours(node, links)
    return sum(ranks[one] for one in near) / len(near) if near else ranks[node]


def neighbours(node: Node, links: list[tuple[Node, Node]]) -> list[Node]:
    """Return the nodes that links join to a node."""
    return [other for pair in links for one, other in (pair, pair[::-1]) if one == node]


def crossings(layers: list[list[Node]], links: list[tuple[Node, Node]]) -> int:
    """Count the pairs of links between two neighbouring layers that cross, and the nodes that links within a layer lead past."""
    place = {node: (column, rank) for column, layer in enumerate(layers) for rank, node in enumerate(layer)}
    spans = [sorted((place[one], place[other])) for one, other in links]
    between = [(low, high) for low, high in spans if high[0] == low[0] + 1]
    crossed = sum(a[0][0] == b[0][0] and (a[0][1] - b[0][1]) * (a[1][1] - b[1][1]) < 0 for a, b in combinations(between, 2))
    return crossed + sum(high[1] - low[1] - 1 for low, high in spans if high[0] == low[0])


def placed(layers: list[list[Node]], links: list[tuple[Node, Node]], sizes: Mapping[Node, float]) -> dict[Node, float]:
    """Return the middle height of each node: as near to its neighbours as the order and the sizes of its layer allow."""
    heights: dict[Node, float] = {}
    for layer in layers:
        heights |= stacked(layer, sizes, [0.0] * len(layer), [1.0] * len(layer))
    tallest = max((heights[layer[-1]] for layer in layers if layer), default=0.0)
    for layer in layers:
        shift = (tallest - heights[layer[-1]]) / 2 if layer else 0.0
        heights |= {node: heights[node] + shift for node in layer}
    column = {node: index for index, layer in enumerate(layers) for node in layer}
    across = [(one, other) for one, other in links if column[one] != column[other]]
    for _ in range(SWEEPS):
        for layer in layers:
            # An edge within a layer pulls only those that no other edge pulls, and those hardly.
            wished = [middle(node, across if neighbours(node, across) else links, heights) for node in layer]
            heights |= stacked(layer, sizes, wished, [1.0 if neighbours(node, across) else 0.01 for node in layer])
    return heights


def stacked(layer: list[Node], sizes: Mapping[Node, float], wished: Sequence[float], weights: Sequence[float]) -> dict[Node, float]:
    """Return the heights nearest to the wished ones, by least squares, that keep the order and let nothing touch."""
    steps = [(sizes[one] + sizes[other]) / 2 + GAP for one, other in pairwise(layer)]
    offsets = list(accumulate(steps, initial=0.0))[: len(layer)]
    # Less their least distances the heights only have to rise: neighbours that would fall are pooled at their mean.
    pools: list[tuple[float, float, int]] = []
    for wish, offset, weight in zip(wished, offsets, weights, strict=True):
        pools.append((wish - offset, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, first, some), (other, second, more) = pools[-2:]
            pools[-2:] = [((one * first + other * second) / (first + second), first + second, some + more)]
    risen = [height for height, _, number in pools for _ in range(number)]
    return {node: height + offset for node, height, offset in zip(layer, risen, offsets, strict=True)}


def drawing(layers: list[list[Node]], heights: Mapping[Node, float], sizes: Mapping[Node, float], edges: int) -> Drawing:
    """Return the heights as a drawing that begins at 0."""
    least = min((heights[node] - sizes[node] / 2 for node in heights), default=0.0)
    most = max((heights[node] + sizes[node] / 2 for node in heights), default=0.0)
    tops = {node: heights[node] - sizes[node] / 2 - least for layer in layers for node in layer if isinstance(node, str)}
    bends: dict[int, list[tuple[int, float]]] = {number: [] for number in range(edges)}
    for node in heights:
        if isinstance(node, tuple):
            bends[node[0]].append((node[1], heights[node] - least))
    return Drawing(tops, bends, most - least)
