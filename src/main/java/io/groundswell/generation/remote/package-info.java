/** Calls to providers over HTTP: time-outs, circuits, what they cost, what they tell of themselves. */
package io.groundswell.generation.remote;
