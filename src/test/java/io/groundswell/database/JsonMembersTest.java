package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonMembersTest {
    @Test
    void values_are_as_they_stand() {
        assertThat(members("""
                        {"a": "x\\"\\u00e9\\n", "b": 1.50, "c": 12345678901234567890123, "d": true, "e": null,
                        "f": [1, {"g": "]"}], "h": {"i": [2.0]}, "j": -0.0, "": ""}"""))
                .containsExactly(
                        "a=x\"é\n text",
                        "b=1.50",
                        "c=12345678901234567890123",
                        "d=true",
                        "e=null",
                        "f=[1, {\"g\": \"]\"}]",
                        "h={\"i\": [2.0]}",
                        "j=-0.0",
                        "= text");
    }

    @Test
    void nothing_has_no_members() {
        assertThat(members(null)).isEmpty();
        assertThat(members("{}")).isEmpty();
    }

    private static List<String> members(String object) {
        var members = new ArrayList<String>();
        JsonMembers.each(object, (key, value, isText) -> members.add(key + "=" + value + (isText ? " text" : "")));
        return members;
    }
}
