import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws the icons of the Teams app, a line through three layers: {@code java Icons.java <directory>}. */
class Icons {
    private static final Color GROUND = new Color(0x23557a);
    private static final Color GOAL = new Color(0xf3b664);
    private static final double[] LAYERS = {8.75, 16, 23.25};

    public static void main(String... arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        save(color(192), arguments[0], "color.png");
        save(outline(32), arguments[0], "outline.png");
    }

    /** On its ground from edge to edge, since Teams rounds the corners; the drawing keeps to the middle. */
    private static BufferedImage color(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, size);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, 32, 32);
        layers(pen);
        line(pen, 2.2, 2.5, GOAL);
        return image;
    }

    /** White on nothing, as Teams wants it: thin layers with room around the line. */
    private static BufferedImage outline(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, size);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double y : LAYERS) {
            pen.draw(new Line2D.Double(2.5, y, 29.5, y));
        }
        pen.setComposite(AlphaComposite.Clear);
        line(pen, 5.2, 4.4, Color.WHITE);
        pen.setComposite(AlphaComposite.SrcOver);
        line(pen, 2.2, 2.8, Color.WHITE);
        return image;
    }

    private static Graphics2D pen(BufferedImage image, int size) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / 32.0, size / 32.0);
        return pen;
    }

    /** Strategy above, work below. */
    private static void layers(Graphics2D pen) {
        pen.setColor(new Color(255, 255, 255, 56));
        for (double y : LAYERS) {
            pen.fill(new RoundRectangle2D.Double(5.5, y - 2.75, 21, 5.5, 3, 3));
        }
    }

    private static void line(Graphics2D pen, double width, double dot, Color goal) {
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        path.moveTo(9.5, 23.25);
        path.curveTo(9.5, 18.5, 16, 20.75, 16, 16);
        path.curveTo(16, 11.25, 22.5, 13.5, 22.5, 8.75);
        pen.draw(path);
        dot(pen, 9.5, 23.25, dot);
        dot(pen, 16, 16, dot);
        pen.setColor(goal);
        dot(pen, 22.5, 8.75, dot);
    }

    private static void dot(Graphics2D pen, double x, double y, double radius) {
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void save(BufferedImage image, String directory, String name) throws IOException {
        ImageIO.write(image, "png", new File(directory, name));
    }
}
