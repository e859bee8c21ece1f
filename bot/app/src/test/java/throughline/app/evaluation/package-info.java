@NullMarked
package throughline.app.evaluation;

import org.jspecify.annotations.NullMarked;
