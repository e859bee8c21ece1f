/** What was asked, which item it is about, and the line from it to an OKR. */
@NullMarked
package throughline.core.question;

import org.jspecify.annotations.NullMarked;
