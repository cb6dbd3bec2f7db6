package io.groundswell.generation.sandbox;

/**
 * A topic taken apart.
 *
 * @param subject what it is about, such as "self-hosting"
 * @param angle the name of the angle that "common mistakes with self-hosting" asks for; null when it asks for none
 */
record Theme(String subject, String angle) {}
