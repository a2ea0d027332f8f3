import fc from 'fast-check';

// Every run tries the same cases, so that what fails here fails everywhere. FC_SEED=$RANDOM looks at others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_101) });
