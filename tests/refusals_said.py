"""Finds every sentence with which the server refuses something, for the tests.

The code is read, not run: what is handed to a refusal as `rule` or `remedy` is followed
back to the texts it is written with, through names, parameters, tables and the errors
of the engine that are told on. What cannot be followed is an error of the test.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

PACKAGE: Final = Path(str(files("metricgain")))
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_SENTENCES: Final = frozenset({"rule", "remedy", "why", "reason"})
_OF_REFUSAL: Final = ("rule",)
_TOLD: Final = frozenset({"rule", "remedy"})
REASONS: Final = "because"
"""Sentences of this name are reasons, which docs/wording.md lists and others test."""


class CannotFollow(Exception):
    """An expression leads to no text that can be read off the code."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with `{}` where something is filled in, and where it is written."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Module:
    """The code of a module: its parts by name, and what each node stands in."""

    name: str
    nodes: tuple[ast.AST, ...]
    parents: Mapping[ast.AST, ast.AST]
    named: Mapping[str, ast.AST]
    imported: Mapping[str, tuple[str, str]]


@cache
def modules() -> Mapping[str, Module]:
    """Return every module of the product but the command line."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if {"cli", "migrations"} & set(path.parts):
            continue
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        found[name] = module_of(name, path.read_text("utf-8"))
    return found


@cache
def reached(start: str) -> frozenset[str]:
    """Return the modules that a package needs, itself included."""
    found: set[str] = set()
    ahead = [name for name in modules() if f"{name}.".startswith(f"{start}.")]
    while ahead:
        name = ahead.pop()
        if name in found or name not in modules():
            continue
        found.add(name)
        for origin, what in modules()[name].imported.values():
            inner = f"{origin}.{what}"
            ahead.append(inner if inner in modules() else origin)
    return frozenset(found)


def said_in(module: Module) -> Iterator[Said]:
    """Return what a module refuses with, sentence by sentence.

    Raises CannotFollow where the code hides it.
    """
    for node in module.nodes:
        if isinstance(node, ast.Call):
            for sentence in _sentences_of(node, module):
                place = f"{module.name}:{node.lineno}"
                yield from (Said(text, place) for text in texts(sentence, module))


def fields_in(names: Iterable[str]) -> frozenset[str]:
    """Return the fields that refusals name as they stand in the code."""
    return frozenset(
        str(each.value.value)
        for name in names
        for node in modules()[name].nodes
        if isinstance(node, ast.Call) and name_of(node.func) in errors()
        for each in node.keywords
        if each.arg == "field" and isinstance(each.value, ast.Constant)
    )


@cache
def errors() -> frozenset[str]:
    """Return the names of the refusals, and of the errors that they tell on."""
    found = {*_refusals(), *_answers()}
    while True:
        more = {name for name in _classes() if _bases(name) & found} | _told_on(found)
        if more <= found:
            return frozenset(found)
        found |= more


@cache
def _refusals() -> frozenset[str]:
    """Return the names of the classes of refusals."""
    found = {"Refusal"}
    while more := {name for name in _classes() if _bases(name) & found} - found:
        found |= more
    return frozenset(found)


def _answers() -> set[str]:
    """Return the names of what carries a rule and a remedy, and is no error.

    What is wrong within a row of an export has a rule alone, and is quoted.
    """
    return {name for name in _classes() if set(_attributes(name)) >= _TOLD}


def _attributes(name: str) -> tuple[str, ...]:
    """Return the fields of a dataclass or a struct, in order."""
    return tuple(
        name_of(each.target)
        for each in _classes()[name][0].body
        if isinstance(each, ast.AnnAssign)
    )


def texts(node: ast.AST, module: Module) -> list[str]:
    """Return every text that an expression can be. Raises CannotFollow."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr():
            return [_skeleton(node), *_quoted(node, module)]
        case ast.IfExp() | ast.BoolOp() | ast.Subscript():
            return [text for each in _choices(node) for text in texts(each, module)]
        case ast.Attribute() | ast.Name() | ast.Call():
            return _followed(node, module)
        case _:
            raise _lost(node, module)


def _choices(node: ast.IfExp | ast.BoolOp | ast.Subscript) -> list[ast.expr]:
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp():
            return node.values
        case _:
            return [node.value]


def _quoted(node: ast.JoinedStr, module: Module) -> Iterator[str]:
    """Return the sentences of ours that a sentence quotes."""
    for part in node.values:
        match part:
            case ast.FormattedValue(value=ast.Name(id=name) as value) if (
                name in _SENTENCES
            ):
                yield from texts(value, module)
            case _:
                pass


def _followed(node: ast.Attribute | ast.Name | ast.Call, module: Module) -> list[str]:
    match node:
        case ast.Attribute():
            return _of_attribute(node, module)
        case ast.Name():
            return _of_name(node, module)
        case _:
            return _of_call(node, module)


def _sentences_of(call: ast.Call, module: Module) -> Iterator[ast.AST]:
    """Return the expressions of the sentences that a call refuses with."""
    name = name_of(call.func)
    if name == "__init__":
        owner = _owner(call, module, ast.ClassDef)
        inner = _refusals() - {"Refusal"}
        if not isinstance(owner, ast.ClassDef) or owner.name not in inner:
            return
        names: tuple[str, ...] = _OF_REFUSAL
    elif name in errors():
        names = _parameters(name)
    else:
        return
    for given, argument in zip(names, call.args, strict=False):
        if isinstance(argument, ast.Starred):
            yield from _column(argument.value, names.index("rule"), module)
            return
        if given in _SENTENCES:
            yield argument
    yield from (each.value for each in call.keywords if each.arg in _SENTENCES)


def _of_attribute(node: ast.Attribute, module: Module) -> list[str]:
    if node.attr == REASONS or node.attr in _TOLD:
        # A reason, or the sentence of another error, which is found where it is made.
        return []
    if isinstance(node.value, ast.Name) and node.value.id == "self":
        return [
            text
            for each in module.nodes
            if isinstance(each, ast.Assign) and name_of(each.targets[0]) == node.attr
            for text in texts(each.value, module)
        ]
    raise _lost(node, module)


def _of_name(node: ast.Name, module: Module) -> list[str]:
    function = _owner(node, module, Function)
    if isinstance(function, Function):
        if function.name == "__init__" and node.id in _names(function):
            return []
        local = list(_local(node.id, function, module))
        if local:
            return [text for each in local for text in texts(each, module)]
    if node.id in module.named:
        return texts(module.named[node.id], module)
    if node.id in module.imported:
        origin, name = module.imported[node.id]
        if origin in modules():
            return texts(modules()[origin].named[name], modules()[origin])
    raise _lost(node, module)


def _of_call(node: ast.Call, module: Module) -> list[str]:
    match node:
        case ast.Call(func=ast.Name(id="str"), args=[ast.Name() as error, *_]):
            if _caught(error, module):
                return []
        case ast.Call(func=ast.Attribute(attr="partition" | "strip", value=value)):
            return texts(value, module)
        case ast.Call(func=ast.Name(id="_storable"), args=[value]):
            return texts(value, module)
        case _:
            pass
    raise _lost(node, module)


def _local(name: str, function: Function, module: Module) -> Iterator[ast.AST]:
    """Return the expressions that a name of a function can stand for."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=given)], value=value) if given == name:
                yield value
            case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id=first), *_])]) if (
                first == name
            ):
                yield node.value
            case ast.For(target=ast.Tuple(elts=targets)):
                for place, target in enumerate(targets):
                    if name_of(target) == name:
                        yield from _column(node.iter, place, module)
            case _:
                pass
    if name in _names(function):
        yield from _arguments(name, function, module)


def _arguments(name: str, function: Function, module: Module) -> Iterator[ast.AST]:
    """Return what a parameter is called with, anywhere in the module."""
    names = [each for each in _names(function) if each != "self"]
    for node in module.nodes:
        if isinstance(node, ast.Call) and name_of(node.func) == function.name:
            given = dict(zip(names, node.args, strict=False))
            given |= {each.arg: each.value for each in node.keywords if each.arg}
            if name in given:
                yield given[name]


def _column(node: ast.AST, place: int, module: Module) -> Iterator[ast.AST]:
    """Return one element of each tuple of a table, or of what a function yields."""
    for each in _rows(node, module):
        match each:
            case ast.Tuple(elts=parts) if len(parts) > place:
                yield parts[place]
            case ast.Name() if each.id in module.named:
                yield from _column(module.named[each.id], place, module)
            case _:
                pass


def _rows(node: ast.AST, module: Module) -> Iterator[ast.AST]:
    """Return the tuples that an expression is made of."""
    match node:
        case ast.Subscript():
            yield from _rows(node.value, module)
        case ast.Name():
            function = _owner(node, module, Function)
            local = []
            if isinstance(function, Function):
                local = list(_local(node.id, function, module))
            for each in local or [module.named[node.id]]:
                yield from _rows(each, module)
        case ast.Call() if name_of(node.func) in module.named:
            for value in _yielded(module.named[name_of(node.func)]):
                yield from _rows(value, module)
        case ast.Tuple() if not any(isinstance(one, ast.Tuple) for one in node.elts):
            yield node
        case _:
            yield from _rows_inside(node, module)


def _yielded(function: ast.AST) -> list[ast.expr]:
    return [
        each.value
        for each in ast.walk(function)
        if isinstance(each, ast.Yield | ast.YieldFrom) and each.value
    ]


def _rows_inside(node: ast.AST, module: Module) -> Iterator[ast.AST]:
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.Name):
            yield each
        elif isinstance(each, ast.expr | ast.keyword):
            yield from _rows(each, module)


def _caught(error: ast.Name, module: Module) -> tuple[str, ...]:
    """Return the classes of the error that a handler has a name for."""
    handler = _owner(error, module, ast.ExceptHandler)
    while isinstance(handler, ast.ExceptHandler):
        if handler.name == error.id:
            return _kinds(handler)
        handler = _owner(handler, module, ast.ExceptHandler)
    return ()


def _kinds(handler: ast.ExceptHandler) -> tuple[str, ...]:
    if handler.type is None:
        return ()
    kinds = getattr(handler.type, "elts", [handler.type])
    return tuple(name_of(kind) for kind in kinds)


def _told_on(found: set[str]) -> set[str]:
    """Return the classes of errors whose words others refuse with."""
    return {kind for name, kind in _tellings() if name in found}


@cache
def _tellings() -> frozenset[tuple[str, str]]:
    """Return what is made from an error that is handled, with that error's class."""
    return frozenset(
        (name_of(node.func), kind)
        for module in modules().values()
        for handler in module.nodes
        if isinstance(handler, ast.ExceptHandler) and handler.name
        for node in ast.walk(handler)
        if isinstance(node, ast.Call)
        and any(
            isinstance(part, ast.Name) and part.id == handler.name
            for part in ast.walk(node)
        )
        for kind in _kinds(handler)
        if kind in _classes()
    )


@cache
def _classes() -> Mapping[str, tuple[ast.ClassDef, Module]]:
    return {
        node.name: (node, module)
        for module in modules().values()
        for node in module.nodes
        if isinstance(node, ast.ClassDef)
    }


def _bases(name: str) -> set[str]:
    return {name_of(base) for base in _classes()[name][0].bases}


def _parameters(name: str) -> tuple[str, ...]:
    """Return the parameters of an error, in order."""
    if name not in _classes():
        return _OF_REFUSAL
    node, _ = _classes()[name]
    for each in node.body:
        if isinstance(each, Function) and each.name == "__init__":
            return tuple(_names(each)[1:])
    if "rule" in _attributes(name):
        return _attributes(name)
    return next((_parameters(base) for base in _bases(name)), _OF_REFUSAL)


def _names(function: Function) -> list[str]:
    given = function.args
    return [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]


def _owner(node: ast.AST, module: Module, kind: type | object) -> ast.AST | None:
    """Return the nearest node of a kind that a node stands in."""
    above = module.parents.get(node)
    while above is not None and not isinstance(above, kind):  # type: ignore[arg-type]  # a union of types is one
        above = module.parents.get(above)
    return above


def name_of(node: ast.AST) -> str:
    """Return the last name of a name, an attribute or what is called."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _skeleton(node: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}"
        for part in node.values
    )


def _lost(node: ast.AST, module: Module) -> CannotFollow:
    line = getattr(node, "lineno", 0)
    return CannotFollow(f"{module.name}:{line} {ast.unparse(node)}")


def module_of(name: str, source: str) -> Module:
    """Return a module by its code."""
    tree = ast.parse(source)
    named: dict[str, ast.AST] = {}
    imported: dict[str, tuple[str, str]] = {}
    nodes = tuple(ast.walk(tree))
    for node in nodes:
        match node:
            case ast.ImportFrom(module=str(origin)):
                imported |= {
                    each.asname or each.name: (origin, each.name) for each in node.names
                }
            case ast.Import():
                imported |= {each.name: (each.name, "") for each in node.names}
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                named[node.name] = node
            case _:
                pass
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=given)], value=value):
                named[given] = value
            case ast.AnnAssign(target=ast.Name(id=given), value=ast.expr() as value):
                named[given] = value
            case _:
                pass
    parents = {child: node for node in nodes for child in ast.iter_child_nodes(node)}
    return Module(name, nodes, parents, named, imported)
