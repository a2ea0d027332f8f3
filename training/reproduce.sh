#!/bin/sh
# Makes the files of `model/` from the annotations, in twelve hours on two idle CPU cores or minutes on a GPU.
# Usage: sh training/reproduce.sh FOLDER
set -eu
cd "$(dirname "$0")"
out=${1:?"where to? sh training/reproduce.sh FOLDER"}
mkdir -p "$out"

# The reader, first from the abstracts of one annotator.
python train.py --data gold/train.jsonl --out "$out/base" --epochs 8 --test-every 4

# It goes on over those of others, too, with some words hidden, and last over those that have the first one's habits.
python train.py --start "$out/base/final.safetensors" --out "$out/more" --seed 1 --epochs 2 \
  --data gold/train.jsonl --other gold/train-2.jsonl gold/train-3.jsonl \
  --hide 0.1 --encoder-rate 8e-5 --head-rate 4e-4
python train.py --start "$out/more/final.safetensors" --out "$out/most" --seed 2 --epochs 3 --stop-after 2 \
  --data gold/train.jsonl --other gold/train-2.jsonl gold/train-3.jsonl gold/train-4.jsonl \
  --hide 0.1 --encoder-rate 8e-5 --head-rate 4e-4
python train.py --start "$out/most/final.safetensors" --out "$out/last" --seed 3 --epochs 3 --stop-after 2 \
  --data gold/train.jsonl gold/train-5.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# On from the mean of the last two, each time over more abstracts with these habits; the last epoch brings the rates down.
python mean.py "$out/most/final.safetensors" "$out/last/final.safetensors" --out "$out/mean.safetensors"
first="gold/train.jsonl gold/train-5.jsonl gold/train-6.jsonl"
python train.py --start "$out/mean.safetensors" --out "$out/six" --seed 4 --epochs 3 --stop-after 1 \
  --data $first --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/six/final.safetensors" --out "$out/seven" --seed 5 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data $first gold/train-7.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/seven/final.safetensors" --out "$out/eight" --seed 6 --epochs 1 --warmup 0.02 \
  --data $first gold/train-7.jsonl gold/train-8.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# Then over abstracts that were picked for their numbers, as they came in: first 1,100 of them, with half of the first ones.
python -c 'import random, sys
lines = open("gold/train.jsonl").readlines()
random.Random(5).shuffle(lines)
open(sys.argv[1] + "/half-1.jsonl", "w").writelines(lines[:1344])
open(sys.argv[1] + "/half-2.jsonl", "w").writelines(lines[1344:])' "$out"
awk 'NR <= 1680 ? (NR - 1) % 240 < 140 : NR <= 1800' gold/train-9.jsonl > "$out/part-9.jsonl"
head -n 640 gold/train-8.jsonl > "$out/part-8.jsonl"
python mean.py "$out/seven/final.safetensors" "$out/eight/final.safetensors" --out "$out/mean-8.safetensors"
python train.py --start "$out/mean-8.safetensors" --out "$out/nine" --seed 7 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data "$out/half-1.jsonl" gold/train-8.jsonl "$out/part-9.jsonl" --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/nine/final.safetensors" --out "$out/ten" --seed 8 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data "$out/half-2.jsonl" gold/train-5.jsonl gold/train-7.jsonl gold/train-9.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/ten/final.safetensors" --out "$out/eleven" --seed 9 --epochs 1 --warmup 0.02 \
  --data gold/train.jsonl "$out/part-8.jsonl" gold/train-9.jsonl gold/train-10.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# And over abstracts with two numbers, or with ten and more; those that the linker had to itself are trained on, too.
python train.py --start "$out/eleven/final.safetensors" --out "$out/twelve" --seed 11 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data gold/train.jsonl gold/train-6.jsonl gold/train-10.jsonl gold/train-11.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/twelve/final.safetensors" --out "$out/thirteen" --seed 12 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data "$out/half-1.jsonl" gold/train-7.jsonl gold/train-9.jsonl gold/train-12.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/thirteen/final.safetensors" --out "$out/fourteen" --seed 13 --epochs 1 --warmup 0.02 \
  --data gold/train.jsonl gold/train-12.jsonl gold/train-13.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# The encoder is made narrower, and three more epochs heal that, the last two with abstracts that have one number each.
python narrow.py "$out/fourteen/final.safetensors" --width 1024 --data gold/train.jsonl gold/train-14.jsonl --out "$out/narrow.safetensors"
head -n 2000 gold/train-15.jsonl > "$out/part-15.jsonl"
python train.py --start "$out/narrow.safetensors" --out "$out/fifteen" --seed 15 --epochs 3 --stop-after 1 --warmup 0.02 \
  --data "$out/half-1.jsonl" gold/train-11.jsonl gold/train-13.jsonl gold/train-14.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/fifteen/final.safetensors" --out "$out/sixteen" --seed 16 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data "$out/half-2.jsonl" gold/train-8.jsonl gold/train-12.jsonl "$out/part-15.jsonl" \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/sixteen/final.safetensors" --out "$out/seventeen" --seed 17 --epochs 1 --warmup 0.02 \
  --data gold/train.jsonl gold/train-9.jsonl gold/train-10.jsonl gold/train-15.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# Three more over samples of all that and over abstracts that were picked for their relations and hardly report a number.
head -n 1920 gold/train-17.jsonl > "$out/part-17.jsonl"
python train.py --start "$out/seventeen/final.safetensors" --out "$out/eighteen" --seed 21 --epochs 3 --stop-after 1 --warmup 0.02 \
  --data "$out/half-1.jsonl" gold/train-5.jsonl gold/train-6.jsonl gold/train-9.jsonl gold/train-12.jsonl \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/eighteen/final.safetensors" --out "$out/nineteen" --seed 22 --epochs 2 --stop-after 1 --warmup 0.02 \
  --data "$out/half-2.jsonl" gold/train-8.jsonl gold/train-13.jsonl "$out/part-17.jsonl" \
  --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4
python train.py --start "$out/nineteen/final.safetensors" --out "$out/twenty" --seed 23 --epochs 1 --warmup 0.02 \
  --data gold/train.jsonl gold/train-15.jsonl gold/train-17.jsonl --hide 0.1 --encoder-rate 1e-4 --head-rate 5e-4

# The mean of the last of these and the last before them, its linker trained once more on abstracts that the encoder has not
# seen, or once.
python mean.py "$out/seventeen/final.safetensors" "$out/twenty/final.safetensors" --out "$out/mean-20.safetensors"
python train.py --start "$out/mean-20.safetensors" --out "$out/linked" --seed 24 --only-linker --epochs 2 --warmup 0.05 \
  --data gold/train-14.jsonl gold/train-16.jsonl gold/train-18.jsonl --head-rate 3e-4

# What ships: the mean of that and of one more epoch, mostly over abstracts with numbers, whose kinds count three times as much in it.
# (The shipped weights began that epoch rounded to 8 bits: `recover.py model`.)
python train.py --start "$out/linked/final.safetensors" --out "$out/twenty-one" --seed 31 --epochs 1 --warmup 0.03 --kinds 1.5 \
  --data gold/train.jsonl gold/train-9.jsonl gold/train-11.jsonl gold/train-13.jsonl gold/train-14.jsonl "$out/part-15.jsonl" \
  --hide 0.1 --encoder-rate 8e-5 --head-rate 4e-4
python mean.py "$out/linked/final.safetensors" "$out/twenty-one/final.safetensors" --out "$out/reader.safetensors"

# The judge, fitted to what that reader makes of abstracts that it has not seen. The lexicon is of the files up to
# `train-13.jsonl`: more of them brought nothing.
python fit_judge.py "$out/reader.safetensors" gold/judge.jsonl \
  --seen gold/train.jsonl gold/train-[2-9].jsonl gold/train-1[0-3].jsonl \
  --silver silver/abstracts-1.jsonl.gz silver/abstracts-2.jsonl.gz --out "$out/judge"
python settle.py "$out/reader.safetensors" "$out/judge"

python export.py "$out/reader.safetensors" --judge "$out/judge" --out "$out/exported"
python evaluate.py "$out/exported"
