package io.github.ratingsstream.omdb.answer;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money with its currency: OMDb writes dollars ({@code $47,326,473}), and in old answers also
 * {@code $292.6M} and pounds.
 *
 * <p>Immutable, thread-safe, serialisable by Java and Kryo.
 */
public final class Money implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<String, String> CURRENCIES = Map.of("$", "USD", "£", "GBP", "€", "EUR", "¥", "JPY");
    private static final Map<String, Integer> ZEROES = Map.of("", 0, "K", 3, "M", 6, "B", 9);

    private static final Pattern AMOUNT =
            Pattern.compile("([$£€¥]) ?(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,9})? ?([KMBkmb]?)");

    private final long amount;
    private final String currency;

    private Money(long amount, String currency) {
        this.amount = amount;
        this.currency = currency;
    }

    static Optional<Money> parse(String text) {
        Matcher written = AMOUNT.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String fraction = written.group(3) == null ? "" : written.group(3);
        BigDecimal number = new BigDecimal(written.group(2).replace(",", "") + fraction)
                .scaleByPowerOfTen(ZEROES.get(written.group(4).toUpperCase(Locale.ROOT)));
        // Anything longer overflows a long, and is more than there is money.
        return number.precision() - number.scale() > 18
                ? Optional.empty()
                : Optional.of(new Money(number.longValue(), CURRENCIES.get(written.group(1))));
    }

    /**
     * The amount in whole units of the currency, rounded down.
     *
     * @return 0 or more
     */
    public long amount() {
        return amount;
    }

    /**
     * The currency, from the sign OMDb writes.
     *
     * @return a currency
     */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && amount == that.amount && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(amount) + currency.hashCode();
    }

    /** Such as {@code 47326473 USD}. */
    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
