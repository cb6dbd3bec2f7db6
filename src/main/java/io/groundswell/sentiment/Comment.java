package io.groundswell.sentiment;

import java.time.Instant;

/**
 * What somebody wrote under a video.
 *
 * @param id as whoever tells it names it; two with one id under one video are one
 * @param author null when it is not told
 */
public record Comment(String id, String author, String text, Instant at) {}
