package io.github.ratingsstream.omdb.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&pound;270,592,504|£270,592,504",
                "Loew&#39;s Inc.|Loew's Inc.",
                "Loew&#x27;s &#X2013;|Loew's –",
                "Lilo &amp; Stitch|Lilo & Stitch",
                "Am&eacute;lie &yuml;&nbsp;&szlig;|Amélie ÿ\u00A0ß",
                "&lt;b&gt; &quot;x&quot; &apos;|<b> \"x\" '",
                "&#128515;|😃"
            })
    void entitiesAreDecoded(String sent, String decoded) {
        assertThat(Entities.decoded(sent)).isEqualTo(decoded);
    }

    @Test
    void onceOnly() {
        assertThat(Entities.decoded("&amp;amp; &amp;pound; &#38;#39;")).isEqualTo("&amp; &pound; &#39;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b",
                "AT&T; x",
                "http://x/?a=1&lt=3&copy=2",
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&#0;",
                "&#10;",
                "&#xD800;",
                "&#1114112;",
                "&#99999999999;",
                "&unknown;",
                "&amp",
                "&&&&"
            })
    void whatIsNoEntityStays(String text) {
        assertThat(Entities.decoded(text)).isEqualTo(text);
    }

    @Test
    void controlCharactersToo() {
        assertThat(Entities.decodedWithControls("a&#0;b&#10;c&#xD800;")).isEqualTo("a\0b\nc&#xD800;");
    }
}
