/**
 * An embedded OMDb with bundled titles, and somebody who types them.
 *
 * <p>May use: {@code app.terminal}, {@code omdb.simulator}.
 */
@NullMarked
package io.github.ratingsstream.app.demo;

import org.jspecify.annotations.NullMarked;
