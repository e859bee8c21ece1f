/** What a person wants changed, as a value: read from a line or a form, and the facts that follow from it. */
@NullMarked
package throughline.core.edit;

import org.jspecify.annotations.NullMarked;
