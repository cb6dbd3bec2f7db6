package io.groundswell.pipeline;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why a job failed, in the words of the contract's error codes. */
@RegisterForReflection
public record JobError(String code, String message, Stage stage, int attempts) {}
