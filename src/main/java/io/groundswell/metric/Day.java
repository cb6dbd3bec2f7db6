package io.groundswell.metric;

/**
 * What a day with a sample comes to.
 *
 * @param gained the sum over the day's samples; a counter that nobody has told so far is missing
 * @param level where the counters stood when the day ended
 */
public record Day(Counters gained, Counters level) {
    public static final Day NOTHING = new Day(Counters.NONE, Counters.NONE);

    Day plus(Counters gain) {
        return new Day(Counters.each(counter -> Sum.of(gained.get(counter), gain.get(counter))), level);
    }

    Day at(Counters other) {
        return new Day(gained, other);
    }
}
