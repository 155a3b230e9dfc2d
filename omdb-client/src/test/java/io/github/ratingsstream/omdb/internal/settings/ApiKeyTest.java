package io.github.ratingsstream.omdb.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"5ec2e7a1\"|apiKey has quotes in it: leave them out",
                "'5ec2e7a1'|apiKey has quotes in it: leave them out",
                "`5ec2e7a1`|apiKey has quotes in it: leave them out",
                "\"5ec2e7a1|apiKey has quotes in it: leave them out",
                "“5ec2e7a1”|apiKey has quotes in it: leave them out",
                "[5ec2e7a1]|apiKey has brackets in it: leave them out",
                "<5ec2e7a1>|apiKey has brackets in it: leave them out",
                "{5ec2e7a1}|apiKey has brackets in it: leave them out",
                "(5ec2e7a1)|apiKey has brackets in it: leave them out",
                "https://www.omdbapi.com/?apikey=5ec2e7a1&|apiKey is a URL or a part of one: give only what follows apikey=",
                "http://www.omdbapi.com/?i=tt3896198&apikey=5ec2e7a1|apiKey is a URL or a part of one: give only what follows apikey=",
                "'http://www.omdbapi.com/?apikey=5ec2e7a1'|apiKey is a URL or a part of one: give only what follows apikey=",
                "www.omdbapi.com/?apikey=[5ec2e7a1]|apiKey is a URL or a part of one: give only what follows apikey=",
                "apikey=5ec2e7a1|apiKey is a URL or a part of one: give only what follows apikey=",
                "?ApiKey=5ec2e7a1|apiKey is a URL or a part of one: give only what follows apikey=",
                "5ec2e7a1&t=dune|apiKey is a URL or a part of one: give only what follows apikey=",
                "5ec2e7a1 oops|apiKey must be printable ASCII without spaces; it is 13 characters long",
                "5ec2e7a1é|apiKey must be printable ASCII without spaces; it is 9 characters long",
                "...|apiKey has no letter or digit in it",
                "5ec2e7a1,|apiKey has a character that is in no key; it is 9 characters long",
                "$5ec2e7a1|apiKey has a character that is in no key; it is 9 characters long"
            })
    void whatIsNoKeyIsRefusedWithTheReasonAndWithoutTheKey(String text, String message) {
        assertThatThrownBy(() -> new ApiKey(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasMessageNotContaining("5ec2e7a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void nothingIsNoKey(String text) {
        assertThatThrownBy(() -> new ApiKey(text)).hasMessage("apiKey is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5ec2e7a1", " 5ec2e7a1\n", "zq7Xk2mP", "any", "any-key_1.2~3", "a+b/c=="})
    void anythingElseIsTakenAsItIs(String text) {
        assertThat(new ApiKey(text).redact("key " + text.strip())).isEqualTo("key ***");
    }

    @ParameterizedTest
    @CsvSource({
        "any,Too many results.,Too many results.",
        "any,no such key: any,no such key: ***",
        "any,/?t=anything&apikey=any,/?t=anything&apikey=***",
        "any,anyone (any) any1,anyone (***) any1",
        "a+b,sent a%2Bb and xa+b,sent *** and xa+b",
        "5ec2e7a,x5ec2e7a,x5ec2e7a",
        "5ec2e7a1,x5ec2e7a1x,x***x"
    })
    void shortKeyIsTakenOutOnlyWhereItStandsAlone(String key, String text, String redacted) {
        assertThat(new ApiKey(key).redact(text)).isEqualTo(redacted);
    }
}
