// The 124 slices are files of this site: the browser takes only those whose characters occur, nothing comes from outside.
import '@fontsource-variable/noto-sans-jp/wght.css';
