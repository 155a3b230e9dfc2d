package io.github.ratingsstream.core.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ratingsstream.core.notice.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportedJdkTest {

    @ParameterizedTest
    @CsvSource({"17,3.5.9", "21,3.5.0", "22,3.5.9", "17,4.2.0", "25,4.2.0"})
    void whatWorksIsAccepted(int jdk, String spark) {
        assertThatCode(() -> SupportedJdk.check(jdk, spark)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"23,3.5.9", "25,3.5.0"})
    void whatIsTooNewIsNamedWithWhatWorks(int jdk, String spark) {
        assertThatThrownBy(() -> SupportedJdk.check(jdk, spark))
                .isInstanceOf(UserError.class)
                .hasMessage("Spark " + spark + " can't run on JDK " + jdk
                        + ": use JDK 17 or 21, such as by setting JAVA_HOME");
    }

    @Test
    void theJdkOfThisBuildIsAccepted() {
        assertThatCode(SupportedJdk::check).doesNotThrowAnyException();
    }
}
