package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTest {
    private final Response answer = new ResponseBuilder()
            .setStatusCode(200)
            .setContentType("application/json;charset=UTF-8")
            .setBody(
                    "{\"data\":{\"id\":\"a\",\"n\":3,\"long\":5000000000,\"share\":0.25,\"none\":null,\"list\":[{\"id\":1},{\"id\":2}],\"mixed\":[{\"id\":1},{},{\"id\":null}],\"nested\":[[{\"id\":1}]],\"words\":[\"a\"],\"empty\":[]},\"size\":2}")
            .build();

    private final Response plain = PlainPaths.of(answer, "GET /v1/things");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data.id",
                "data.n",
                "data.long",
                "data.share",
                "data.none",
                "data.absent",
                "absent",
                "data.list",
                "data.list[1].id",
                "data.list[2]",
                "data.list.id",
                "data.list.size()",
                "data.list[1]",
                "data.mixed.id",
                "data.mixed.absent",
                "data.mixed[0].id",
                "data.nested.id",
                "data.empty.id",
                "data.empty.size()",
                "data.absent.absent",
                "data.none.absent",
                "absent.absent[0]",
                "size"
            })
    void what_is_found_is_what_rest_assured_finds(String path) {
        Object found = answer.path(path);

        assertThat(plain.<Object>path(path)).isEqualTo(found);
        assertThat(plain.then().extract().<Object>path(path)).isEqualTo(found);
        assertThat(plain.jsonPath().<Object>get(path)).isEqualTo(found);
        plain.then().statusCode(200).body(path, is(found));
    }

    @Test
    void what_is_not_as_expected_fails_wherever_it_is_in_the_chain() {
        assertThatThrownBy(() -> plain.then().statusCode(200).body("data.n", is(4)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("data.n");
        assertThatThrownBy(() -> plain.then().body("data.n", is(3)).body("absent", is("b")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> plain.then().body("data.n", is(3)).statusCode(201))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_failure_tells_what_was_asked_and_what_came() {
        assertThatThrownBy(() -> plain.then().statusCode(201))
                .hasMessageContainingAll("<201>", "GET /v1/things answered 200:", "\"n\":3");
    }
}
