// Style sheets become part of the page they are imported into.
declare module '*.css';
