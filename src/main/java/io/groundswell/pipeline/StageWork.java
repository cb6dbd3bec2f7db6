package io.groundswell.pipeline;

/**
 * One stage. It is worked off in steps, each of which ends in a transaction under the lease, so that whoever takes over
 * after a crash goes on with the step that was not committed.
 */
interface StageWork {
    Stage stage();

    /** Does one step; the last one completes the stage. */
    void step(Lease lease);

    /** Undoes what a failed stage left behind. Runs in the transaction that fails the job. */
    void rollback(Lease lease, int cycle);
}
