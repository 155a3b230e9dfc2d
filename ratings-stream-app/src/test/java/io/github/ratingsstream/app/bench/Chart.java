package io.github.ratingsstream.app.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Bars of lines a second, as long as their logarithm, in SVG. */
final class Chart {

    private static final int LABEL_WIDTH = 160;
    private static final int DECADE_WIDTH = 90;
    private static final int ROW = 26;

    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" width="760" height="%d" font-family="sans-serif" font-size="13" fill="#777">
            %s  <text x="%d" y="%d">lines a second; the scale is logarithmic</text>
            </svg>
            """;
    private static final String BAR = """
              <text x="%d" y="%d" text-anchor="end">%s</text>
              <rect x="%d" y="%d" width="%d" height="18" fill="#4a90c2"/>
              <text x="%d" y="%d">%,.0f</text>
            """;

    private final Map<String, Double> bars = new LinkedHashMap<>();

    void bar(String label, double perSecond) {
        bars.put(label, perSecond);
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        int y = 0;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            svg.append(bar(y, bar.getKey(), bar.getValue()));
            y += ROW;
        }
        return String.format(Locale.ROOT, FRAME, y + ROW, svg, LABEL_WIDTH, y + 18);
    }

    private static String bar(int y, String label, double rate) {
        int width = (int) (Math.log10(Math.max(1, rate)) * DECADE_WIDTH);
        int base = y + 18;
        return String.format(
                Locale.ROOT,
                BAR,
                LABEL_WIDTH - 8,
                base,
                label,
                LABEL_WIDTH,
                y + 4,
                width,
                LABEL_WIDTH + width + 6,
                base,
                rate);
    }
}
