/** Calls to providers over HTTP: timeouts, circuit breakers, costs, metrics. */
package io.groundswell.generation.remote;
