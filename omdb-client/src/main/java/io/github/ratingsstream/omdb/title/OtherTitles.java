package io.github.ratingsstream.omdb.title;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The brackets before the year, which hold another title of the same film: {@code Seven (a.k.a. Se7en) (1995)}. */
final class OtherTitles {

    private static final Pattern ALSO_KNOWN_AS =
            Pattern.compile("^(?:a\\.k\\.a\\.?|aka|a/k/a)[ :]+", Pattern.CASE_INSENSITIVE);

    /** IMDb's numbers of films of one name and year, and its marks of what was not made for cinemas. */
    private static final Pattern NO_TITLE = Pattern.compile("[IVX]{1,5}|TV|VG");

    /** {@code Birdman or (The Unexpected Virtue of Ignorance)}: here a bracket belongs to the title. */
    private static final List<String> GOES_ON = List.of(" or", " and");

    /** No title has more, and a line made of brackets must not take long. */
    private static final int MOST = 5;

    private OtherTitles() {}

    /** {@code Seven (1995) (a.k.a. Se7en)}: a bracket that says what it holds is understood without a year after it. */
    static Reading alsoKnownAs(Reading reading) {
        return leftOut(reading, ALSO_KNOWN_AS.asPredicate());
    }

    static Reading beforeYear(Reading reading) {
        return reading.year() == null ? reading : leftOut(reading, inside -> true);
    }

    private static Reading leftOut(Reading reading, Predicate<String> holdsATitle) {
        Reading left = reading;
        for (int i = 0; i < MOST && Brackets.end(left); i++) {
            Optional<Brackets> last = Brackets.last(left.text())
                    .filter(Brackets::spaced)
                    .filter(bracket -> !goesOn(bracket.before()))
                    .filter(bracket -> holdsATitle.test(bracket.inside()));
            if (last.isEmpty()) {
                return left;
            }
            left = leftOut(last.get(), left);
        }
        return left;
    }

    private static boolean goesOn(String before) {
        return GOES_ON.stream()
                .anyMatch(word -> before.regionMatches(true, before.length() - word.length(), word, 0, word.length()));
    }

    private static Reading leftOut(Brackets last, Reading left) {
        String title = Articles.inFront(
                Quotes.takenOff(ALSO_KNOWN_AS.matcher(last.inside()).replaceFirst("")));
        return title.isBlank() || NO_TITLE.matcher(title).matches()
                ? left.withText(last.before())
                : left.withOther(last.before(), title);
    }
}
