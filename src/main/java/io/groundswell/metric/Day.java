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
        return new Day(Counters.each(counter -> sum(gained.get(counter), gain.get(counter))), level);
    }

    private static Long sum(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        var sum = one + other;
        // Beyond the range of the type: the most that can be told.
        return ((one ^ sum) & (other ^ sum)) < 0 ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : (Long) sum;
    }

    Day at(Counters other) {
        return new Day(gained, other);
    }
}
