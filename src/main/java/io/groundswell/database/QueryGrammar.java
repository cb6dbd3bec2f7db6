package io.groundswell.database;

import io.quarkus.runtime.ImageMode;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;

/**
 * Lets the builder of an executable read queries. Hibernate's parser finds out while it reads which way its grammar goes, and remembers
 * that as long as it lives, so the first query costs a hundred times what the next one like it does. The builder runs what initializes
 * this class, and what was learned is in the executable. Java does without: there it would take as long, beside a start that has no
 * processor to spare.
 */
public final class QueryGrammar {
    /** As {@link Listing}, and those who look up one thing, write them. */
    static final List<String> QUERIES = List.of(
            "select count(*) from io.groundswell.some.Thing e where true and e.owner = :s0 and e.mode = :s1 and e.state in :f0",
            "select count(*) from io.groundswell.some.Thing e where true and e.owner = :s0 and e.mode = :s1",
            "select e from io.groundswell.some.Thing e where true and e.owner = :s0 and e.mode = :s1"
                    + " and (e.at, e.id) < (:edge, :cursor) order by e.at desc, e.id desc",
            "select e from io.groundswell.some.Thing e where true and e.owner = :s0 and e.mode = :s1"
                    + " order by e.at desc, e.id desc",
            "from Thing e where e.owner = ?1 and e.mode = ?2 and e.id = ?3");

    private QueryGrammar() {}

    /** Initialized by the builder. */
    private static final class Learned {
        static {
            QUERIES.forEach(QueryGrammar::read);
        }

        static void isThere() {
            // The builder looks only at what is called.
        }
    }

    /** Does nothing when the server runs. */
    public static void learn() {
        if (ImageMode.current() != ImageMode.JVM) {
            Learned.isThere();
        }
    }

    static void read(String query) {
        var parser = new HqlParser(new CommonTokenStream(new HqlLexer(CharStreams.fromString(query))));
        // Hibernate tries this first, and learns nothing from the other one.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.statement();
    }
}
