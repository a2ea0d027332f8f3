#!/bin/sh
# Makes the files of `model/` from the annotations, in about five hours on two idle CPU cores or minutes on a GPU.
# Usage: sh training/reproduce.sh FOLDER
set -eu
cd "$(dirname "$0")"
out=${1:?"where to? sh training/reproduce.sh FOLDER"}
mkdir -p "$out"

# The reader: gold from MiniLM on, then gold and half of the silver with hidden words, then gold once more, and the mean.
python train.py --out "$out/base" --epochs 12
python train.py --start "$out/base/final.safetensors" --out "$out/mixed" --data gold/train.jsonl \
  silver/abstracts-1.jsonl.gz --epochs 1 --hide 0.1 --encoder-rate 6e-5 --head-rate 3e-4
python train.py --start "$out/mixed/final.safetensors" --out "$out/gold" --epochs 1 --seed 2 \
  --encoder-rate 4e-5 --head-rate 2e-4
python mean.py "$out/base/final.safetensors" "$out/mixed/final.safetensors" "$out/gold/final.safetensors" \
  --out "$out/reader.safetensors"

# The judge: fitted to a reader that has not seen a quarter of the gold.
python train.py --fold 1/4 --out "$out/fold" --epochs 6 --hide 0.08 --test-every 6
python fit_judge.py "$out/fold/final.safetensors" 1/4 \
  --silver silver/abstracts-1.jsonl.gz silver/abstracts-2.jsonl.gz --out "$out/judge"
python settle.py "$out/reader.safetensors" "$out/judge"

python export.py "$out/reader.safetensors" --judge "$out/judge" --out "$out/exported"
python evaluate.py "$out/exported"
