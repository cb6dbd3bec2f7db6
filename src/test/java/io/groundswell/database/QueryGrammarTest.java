package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.hibernate.grammars.hql.HqlLexer;
import org.hibernate.grammars.hql.HqlParser;
import org.junit.jupiter.api.Test;

class QueryGrammarTest {
    /** What the parser knows is the same for all parsers of a process. */
    @Test
    void a_list_of_another_entity_finds_the_grammar_known() {
        QueryGrammar.QUERIES.forEach(QueryGrammar::read);
        var known = states();

        QueryGrammar.read(
                "select count(*) from io.groundswell.mission.Mission e where true and e.organizationId = :s0");
        QueryGrammar.read("select e from io.groundswell.mission.Mission e where true"
                + " and e.organizationId = :s0 and e.mode = :s1 order by e.createdAt desc, e.id desc");

        assertThat(known).isPositive();
        assertThat(states()).isEqualTo(known);
    }

    private static int states() {
        var parser = new HqlParser(new CommonTokenStream(new HqlLexer(CharStreams.fromString(""))));
        return Arrays.stream(parser.getInterpreter().decisionToDFA)
                .mapToInt(one -> one.states.size())
                .sum();
    }
}
