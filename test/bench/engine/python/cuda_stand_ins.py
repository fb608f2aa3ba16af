"""
`python cuda_stand_ins.py FOLDER`: lets the PyTorch of a Linux wheel, whose libraries are in FOLDER, run without CUDA.

The wheel is linked with some 2 GB of CUDA libraries, which a run on the CPU loads and never calls. Each one gets a
stand-in of a few KB with the same symbols; every function answers 100, CUDA's “no device”.
"""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from elftools.elf.elffile import ELFFile

CUDA_LIBRARY = re.compile(r"lib(cu|nv|nccl)")
CUDA_SYMBOL = re.compile(r"cu|nv|nccl")


def main(folder):
    wanted = defaultdict(lambda: defaultdict(set))  # library → version → symbols
    unversioned, defined = set(), set()
    for path in folder.glob("*.so*"):
        with path.open("rb") as file:
            elf = ELFFile(file)
            for library in needed(elf):
                if CUDA_LIBRARY.match(library) and not (folder / library).exists():
                    wanted[library]  # at least an empty one
            for symbol, origin in symbols(elf):
                if origin == "here":
                    defined.add(symbol)
                elif origin is None:
                    unversioned.add(symbol)
                elif origin[0] in wanted:
                    wanted[origin[0]][origin[1]].add(symbol)
    if not wanted:
        return
    # They may come from any of them.
    next(iter(wanted.values()))[""] = {
        symbol for symbol in unversioned - defined if CUDA_SYMBOL.match(symbol)
    }
    for library, versions in wanted.items():
        build(folder / library, versions)


def needed(elf):
    return [tag.needed for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED")]


def symbols(elf):
    """Each symbol with “here”, or with the library and version it is wanted from, or None if it does not say."""
    versions = {}
    if requirements := elf.get_section_by_name(".gnu.version_r"):
        for library, entries in requirements.iter_versions():
            versions |= {entry["vna_other"]: (library.name, entry.name) for entry in entries}
    numbers = elf.get_section_by_name(".gnu.version")
    for i, symbol in enumerate(elf.get_section_by_name(".dynsym").iter_symbols()):
        undefined = symbol["st_shndx"] == "SHN_UNDEF"
        yield symbol.name, versions.get(numbers.get_symbol(i)["ndx"]) if undefined else "here"


def build(file, versions):
    functions = sorted(set().union(*versions.values()))
    source = "".join(f"int {name}(void) {{ return 100; }}\n" for name in functions)
    scripts = [f"{version} {{ {'; '.join(names)}; }};" for version, names in versions.items() if version and names]
    with tempfile.TemporaryDirectory() as folder:
        code, script = Path(folder, "code.c"), Path(folder, "versions")
        code.write_text(source or "int nothing;\n")
        script.write_text("\n".join(scripts))
        versioned = [f"-Wl,--version-script={script}"] if scripts else []
        options = ["-shared", "-w", "-fno-builtin", "-nostdlib", f"-Wl,-soname,{file.name}", *versioned]
        compiler = [sys.executable, "-m", "ziglang", "cc"]
        subprocess.run([*compiler, *options, "-o", str(file), str(code)], check=True)


main(Path(sys.argv[1]))
