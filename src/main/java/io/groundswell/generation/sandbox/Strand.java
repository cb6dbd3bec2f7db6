package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Topics.Group;

/** One pillar of a plan: its name, what it is about, and the kind of topics it takes; a null group takes all kinds. */
record Strand(String name, String subject, Group group) {}
