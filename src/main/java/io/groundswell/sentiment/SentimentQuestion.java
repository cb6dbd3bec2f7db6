package io.groundswell.sentiment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which comments are asked about: those of videos that count, of one project.
 *
 * @param campaign with all campaigns in it; null for all videos
 * @param creator null for all
 * @param video null for all
 * @param first day, of the organization
 * @param last day, which is not before the first
 */
public record SentimentQuestion(
        UUID program, UUID campaign, UUID creator, UUID video, LocalDate first, LocalDate last) {}
