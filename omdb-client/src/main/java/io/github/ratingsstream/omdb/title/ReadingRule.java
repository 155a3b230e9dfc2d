package io.github.ratingsstream.omdb.title;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One rule of how people write titles. All of them are in {@link #IN_ORDER}.
 *
 * @param name what the rule is about
 * @param mayApply a cheap look at the text: most titles are plain, and cost no more than these looks
 * @param step the rule; it gives the reading itself back where it does not apply
 */
record ReadingRule(String name, Predicate<Reading> mayApply, UnaryOperator<Reading> step) {

    /** For a line that is clean: see {@link io.github.ratingsstream.omdb.internal.text.TitleText}. */
    static final List<ReadingRule> IN_ORDER = List.of(
            rule("tt0133093, or a URL with it", ImdbIdText::maybe, ImdbIdText::read),
            rule("‘curly’ and “curly”", Quotes::maybeCurly, onText(Quotes::straight)),
            rule("title,year", ReadingRule::maybeFields, Years::afterComma),
            rule("\"title\"", ReadingRule::isQuoted, onText(Quotes::takenOff)),
            rule("title (a.k.a. other title)", Brackets::end, OtherTitles::alsoKnownAs),
            rule("title (year)", ReadingRule::maybeYear, Years::inBrackets),
            rule("\"title\" (year)", ReadingRule::isQuoted, onText(Quotes::takenOff)),
            rule("title (other title) (year)", Brackets::end, OtherTitles::beforeYear),
            rule("title, article", ReadingRule::hasComma, onText(Articles::inFront)));

    static Reading applyAll(Reading line) {
        Reading reading = line;
        for (ReadingRule rule : IN_ORDER) {
            if (!reading.id() && rule.mayApply.test(reading)) {
                reading = rule.step.apply(reading);
            }
        }
        return reading;
    }

    private static ReadingRule rule(String name, Predicate<Reading> mayApply, UnaryOperator<Reading> step) {
        return new ReadingRule(name, mayApply, step);
    }

    private static UnaryOperator<Reading> onText(UnaryOperator<String> step) {
        return reading -> reading.withText(step.apply(reading.text()));
    }

    private static boolean maybeFields(Reading reading) {
        return hasComma(reading) && (Character.isDigit(reading.lastCharacter()) || isQuoted(reading));
    }

    private static boolean maybeYear(Reading reading) {
        return Brackets.end(reading) || reading.lastCharacter() == '.';
    }

    private static boolean isQuoted(Reading reading) {
        return Quotes.around(reading.text());
    }

    private static boolean hasComma(Reading reading) {
        return reading.text().indexOf(',') > 0;
    }
}
