/** What texts mean and which items have their words: a sentence model and an index, both in this process. */
@NullMarked
package throughline.adapter.language;

import org.jspecify.annotations.NullMarked;
