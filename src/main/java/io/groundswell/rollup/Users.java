package io.groundswell.rollup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.roaringbitmap.RoaringBitmap;

/** Distinct users of a site. Only users of the same question can be compared. */
public final class Users {
    /** Sets that have come from the database and were not read: of a large site each may take 100 KB. */
    static final int AHEAD = 100;

    private final RoaringBitmap numbers;
    /** The keys of those who have no numbers yet. */
    private final Set<Long> newcomers = new HashSet<>();

    public Users() {
        this(new RoaringBitmap());
    }

    private Users(RoaringBitmap numbers) {
        this.numbers = numbers;
    }

    /** @param users as they are stored; null for none */
    static Users kept(byte[] users) {
        return new Users(Bitmaps.read(users));
    }

    /** @param row with {@code users}, {@code numbers} and {@code newcomers} */
    static Users of(ResultSet row) throws SQLException {
        var users = kept(row.getBytes("users"));
        each(row.getArray("numbers")).forEach(number -> users.numbers.add((Integer) number));
        each(row.getArray("newcomers")).forEach(key -> users.newcomers.add((Long) key));
        return users;
    }

    /** @param array of numbers, or null */
    static Users ofNumbers(Array array) throws SQLException {
        var users = new Users();
        each(array).forEach(number -> users.numbers.add((Integer) number));
        return users;
    }

    private static List<Object> each(Array array) throws SQLException {
        return array == null ? List.of() : List.of((Object[]) array.getArray());
    }

    void addUserOf(ToldEvent event) {
        if (event.number() != null) {
            numbers.add(event.number());
        } else if (event.userKey() != null) {
            newcomers.add(event.userKey());
        }
    }

    public void add(Users others) {
        numbers.or(others.numbers);
        newcomers.addAll(others.newcomers);
    }

    public void remove(Users others) {
        numbers.andNot(others.numbers);
        newcomers.removeAll(others.newcomers);
    }

    public long count() {
        return numbers.getLongCardinality() + newcomers.size();
    }

    /** So many of these, evenly spread over all of them; all when there are no more. */
    public Users sample(long most) {
        var all = count();
        var sample = new Users();
        var last = newcomers.stream().sorted().toList();
        LongStream.range(0, Math.min(most, all))
                .map(one -> most < all ? one * all / most : one)
                .forEach(at -> {
                    var beyond = (int) (at - numbers.getLongCardinality());
                    if (beyond < 0) {
                        sample.numbers.add(numbers.select((int) at));
                    } else {
                        sample.newcomers.add(last.get(beyond));
                    }
                });
        return sample;
    }

    /** How many of these are among the others. */
    public long countIn(Users others) {
        return RoaringBitmap.andCardinality(numbers, others.numbers)
                + newcomers.stream().filter(others.newcomers::contains).count();
    }
}
